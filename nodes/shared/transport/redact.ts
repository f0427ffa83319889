import type { ICredentialDataDecryptedObject } from 'n8n-workflow';

import { asRecord } from '../json';
import {
	decodedViews,
	collapsedView,
	collapseWhitespace,
	textView,
	type TextView,
} from './decodedViews';

/** Secret parameters of the credentials. */
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

/** Secret tokens that n8n stores of an OAuth2 sign-in. */
const SECRET_TOKENS = ['access_token', 'refresh_token', 'id_token'];

/**
 * Shorter ones may be part of any word: they are redacted only as whole words or encoded. Browsers'
 * cookies also hold words such as `no` and `1`, which are no secrets.
 */
const SHORTEST = 8;

/** Maximum length of a redacted text; longer texts are cut. */
const LONGEST = 200_000;

/** Stands for what was taken out. */
const MASK = '***';

/** How the bytes of a text are written: in Base64, without the padding that may be left out, and in digits. */
const asBytes = (text: string): string[] =>
	(['utf8', 'latin1'] as const).flatMap((charset) => {
		const bytes = Buffer.from(text, charset);
		const hex = bytes.toString('hex');
		const base64 = [bytes.toString('base64').split('=')[0], bytes.toString('base64url')];
		return [...base64, hex, hex.toUpperCase()];
	});

interface Secrets {
	/** As they are: servers may write them in many ways. */
	bare: string[];
	/** As bytes, in letters and digits that are mostly written as they are. */
	encoded: string[];
}

function collectSecrets(credential: ICredentialDataDecryptedObject): Secrets {
	const plain = SECRET_PARAMETERS.map((name) => String(credential[name] ?? '').trim());
	const cookieValues = String(credential.sessionCookie ?? '')
		.split(';')
		.map((pair) => pair.slice(pair.indexOf('=') + 1).trim())
		.filter((value) => value.length >= SHORTEST);
	const tokens = asRecord(credential.oauthTokenData);
	const issued = SECRET_TOKENS.map((name) => String(tokens[name] ?? ''));
	const basic = asBytes(`${credential.username}:${credential.password}`);
	const bare = [...plain, ...cookieValues, ...issued];
	const encoded = bare.flatMap(asBytes).filter(({ length }) => length >= SHORTEST);
	// Half of a surrogate pair does not come back as it was sent.
	const sent = bare.map((secret) => Buffer.from(secret, 'utf8').toString('utf8'));
	const isThere = (secret: string) => secret !== '';
	return { bare: [...bare, ...sent].filter(isThere), encoded: [...encoded, ...basic] };
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
function* findSecret(secret: string, view: TextView, original: string): Generator<Range> {
	const { text, starts, ends } = view;
	for (let at = text.indexOf(secret); at >= 0; at = text.indexOf(secret, at + 1)) {
		const end = at + secret.length;
		const range: Range = [starts[at], ends[end - 1]];
		const isEncoded = () =>
			collapsedView(textView(original.slice(...range))).text !==
			collapsedView(textView(secret)).text;
		if (secret.length >= SHORTEST || isEncoded() || standsAlone(text, at, end)) yield range;
	}
}

/** A text with ranges of it masked, which may overlap. */
function maskRanges(text: string, ranges: Range[]): string {
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
export function createRedactor(
	credential: ICredentialDataDecryptedObject,
): (text: string) => string {
	const { bare, encoded } = collectSecrets(credential);
	const views = bare.flatMap(decodedViews);
	const plain = new Set([...views.map(({ text }) => text), ...encoded]);
	const lines = [
		...views.map((view) => collapsedView(view).text),
		...encoded.map(collapseWhitespace),
	];
	const inOneLine = new Set(lines.filter((text) => text.trim()));
	return (whole) => {
		const text = whole.slice(0, LONGEST);
		const looked = decodedViews(text).flatMap((view) => [
			{ view, secrets: plain },
			{ view: collapsedView(view), secrets: inOneLine },
		]);
		const found = looked.flatMap(({ view, secrets }) =>
			[...secrets].flatMap((secret) => [...findSecret(secret, view, text)]),
		);
		return found.length === 0 ? text : maskRanges(text, found);
	};
}
