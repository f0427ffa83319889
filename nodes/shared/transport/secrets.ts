import type { ICredentialDataDecryptedObject } from 'n8n-workflow';

import { asRecord } from '../json';
import { decodedViews, folded, viewOf, type View } from './views';

/** The credential's parameters whose values nobody may read. */
export const SECRET_PARAMETERS = [
	'password',
	'accessToken',
	'ticket',
	'xsrfToken',
	'sessionCookie',
	'appToken',
	'clientSecret',
	'systemUserToken',
	'privateKey',
] as const;

/** What n8n keeps of an OAuth2 sign-in, and nobody may read. */
const SECRET_TOKENS = ['access_token', 'refresh_token', 'id_token'];

/**
 * Shorter ones may be part of any word: they are taken out only where they stand alone or encoded. Browsers'
 * cookies also hold words such as `no` and `1`, which are no secrets.
 */
const SHORTEST = 8;

/** Characters of what is said that are looked at; of longer texts the rest is left out. */
const LONGEST = 200_000;

/** Stands for what was taken out. */
const MASK = '***';

function secretsOf(credential: ICredentialDataDecryptedObject): string[] {
	const plain = SECRET_PARAMETERS.map((name) => String(credential[name] ?? '').trim());
	const cookieValues = String(credential.sessionCookie ?? '')
		.split(';')
		.map((pair) => pair.slice(pair.indexOf('=') + 1).trim())
		.filter((value) => value.length >= SHORTEST);
	const tokens = asRecord(credential.oauthTokenData);
	const issued = SECRET_TOKENS.map((name) => String(tokens[name] ?? ''));
	const pair = Buffer.from(`${credential.username}:${credential.password}`);
	// Without its padding, which may be encoded or left out.
	const basic = [pair.toString('base64').split('=')[0], pair.toString('base64url')];
	const all = [...plain, ...cookieValues, ...issued, ...basic];
	// Half of a surrogate pair does not come back as it was sent.
	const sent = all.map((secret) => Buffer.from(secret, 'utf8').toString('utf8'));
	return [...all, ...sent].filter((secret) => secret !== '');
}

/** Characters of the original, from one to before another. */
type Range = [start: number, end: number];

const isWord = (text: string, at: number) => /[\p{L}\p{N}]/u.test(text.charAt(at));

/** What joins parts of a word, as in `e-mail` and `doesn't`. */
const isJoint = (text: string, at: number) => /[-'’_]/.test(text.charAt(at));

/** Whether a part of a text is no part of a word. */
function standsAlone(text: string, start: number, end: number): boolean {
	const isBound = (next: number, step: number) =>
		isWord(text, next) || (isJoint(text, next) && isWord(text, next + step));
	return !isBound(start - 1, -1) && !isBound(end, 1);
}

/** Where a secret stands in a view of a text. */
function* placesOf(secret: string, view: View, original: string): Generator<Range> {
	const { text, starts, ends } = view;
	for (let at = text.indexOf(secret); at >= 0; at = text.indexOf(secret, at + 1)) {
		const end = at + secret.length;
		const range: Range = [starts[at], ends[end - 1]];
		const isEncoded = () =>
			folded(viewOf(original.slice(...range))).text !== folded(viewOf(secret)).text;
		if (secret.length >= SHORTEST || isEncoded() || standsAlone(text, at, end)) yield range;
	}
}

/** A text with ranges of it masked, which may overlap. */
function masked(text: string, ranges: Range[]): string {
	const parts: string[] = [];
	let done = 0;
	let isMasked = false;
	for (const [start, end] of ranges.sort(([a], [b]) => a - b)) {
		if (start > done || !isMasked) parts.push(text.slice(done, start), MASK);
		isMasked = true;
		done = Math.max(done, end);
	}
	return [...parts, text.slice(done)].join('');
}

/**
 * A function that takes a credential's secrets out of a text before anyone sees it, in whichever encoding
 * they stand there: the text and the secrets are compared as they are, and decoded.
 */
export function redactor(credential: ICredentialDataDecryptedObject): (text: string) => string {
	const views = secretsOf(credential).flatMap(decodedViews);
	const plain = new Set(views.map(({ text }) => text));
	const inOneLine = new Set(views.map((view) => folded(view).text).filter((text) => text.trim()));
	return (whole) => {
		const text = whole.slice(0, LONGEST);
		const looked = decodedViews(text).flatMap((view) => [
			{ view, secrets: plain },
			{ view: folded(view), secrets: inOneLine },
		]);
		const found = looked.flatMap(({ view, secrets }) =>
			[...secrets].flatMap((secret) => [...placesOf(secret, view, text)]),
		);
		return found.length === 0 ? text : masked(text, found);
	};
}
