import { sign } from 'node:crypto';

import { DateTime } from 'luxon';
import { OperationalError, UserError } from 'n8n-workflow';

import { asRecord } from '../../json';
import type { HttpResponse } from '../outcome';
import type { LoginClient } from './loginClient';
import { rejectToken, superOfficeClaim, parseToken, verifyToken, type Claims } from './jwt';
import { getKeySet } from './keySet';
import { readPrivateKey } from './privateKey';
import type { Tenant } from './tenant';

/** What an app knows of itself and of its system user in a tenant. */
export interface SystemUser extends Tenant {
	clientSecret: string;
	systemUserToken: string;
	privateKey: string;
	/** Takes the secrets out of a text. */
	redact(text: string): string;
}

/**
 * The system user token as SuperOffice wants it: with the minute in UTC, and the app's signature of
 * both (RSA, PKCS #1 v1.5, SHA-256), in base64.
 */
function signedToken({ systemUserToken, privateKey }: SystemUser): string {
	const content = `${systemUserToken}.${DateTime.utc().toFormat('yyyyMMddHHmm')}`;
	const signature = sign('RSA-SHA256', Buffer.from(content, 'utf8'), readPrivateKey(privateKey));
	return `${content}.${signature.toString('base64')}`;
}

/** The difference of this machine's clock to the login server's, as text. */
function clockError(date: unknown): string {
	const theirs = DateTime.fromHTTP(String(date), { zone: 'utc' });
	const minutes = Math.round(DateTime.utc().diff(theirs, 'minutes').minutes);
	if (Number.isNaN(minutes)) return "n8n's clock seems to differ from SuperOffice's";
	if (minutes === 0) return "n8n's clock is right by SuperOffice's, to the minute";
	return `n8n's clock is ${Math.abs(minutes)} min ${minutes > 0 ? 'ahead of' : 'behind'} SuperOffice's`;
}

/**
 * What to do, by a word of SuperOffice's refusal. Its wording is documented nowhere; the words are
 * the names of its authorization errors (documentation of troubleshooting authentication).
 */
const REFUSAL_ADVICE: Array<[RegExp, (answer: HttpResponse) => string]> = [
	[
		/signature/i,
		() =>
			"the private key does not belong to this app's environment. Paste the private key of the certificate that the Developer Portal lists for this environment",
	],
	[
		/timestamp|time ?stamp|clock/i,
		({ headers }) => `${clockError(headers.date)}. Set the clock of the machine that runs n8n`,
	],
	[
		/revoked|reapprov|expired/i,
		() =>
			'the approval of the app in this tenant was revoked or has expired. Ask an administrator of the tenant to approve the app again, and enter the new system user token',
	],
	[
		/denied/i,
		() =>
			'the app is not allowed in this tenant. Check that tenant, client secret and system user token belong to the environment; if they do, an administrator of the tenant has to approve the app',
	],
];

const CHECK_ALL =
	'check tenant, environment, client secret and system user token; each belongs to one environment';

function rejectSignIn(answer: HttpResponse, words: string): never {
	const [, advise] = REFUSAL_ADVICE.find(([word]) => word.test(words)) ?? [];
	const said = words === '' ? `HTTP ${answer.statusCode}` : words.slice(0, LONGEST_WORDS);
	throw new UserError(
		`SuperOffice refused the system user: ${advise?.(answer) ?? CHECK_ALL}. SuperOffice said: ${said}.`,
	);
}

/** Characters of SuperOffice's words. */
const LONGEST_WORDS = 200;

/** Seconds by which clocks may differ, as SuperOffice's own client allows. */
const LEEWAY = 300;

function checkTime({ exp, nbf }: Claims, answer: HttpResponse): void {
	const now = Date.now() / 1000;
	if (!(Number(exp) + LEEWAY >= now) || Number(nbf) - LEEWAY > now) {
		throw new UserError(
			`SuperOffice's answer to the sign-in is out of date by this machine's clock: ${clockError(answer.headers.date)}. Set the clock of the machine that runs n8n.`,
		);
	}
}

/**
 * Exchanges the system user token for a ticket (documentation of the system user flow).
 * @returns the ticket as the header wants it, such as `7T:…`
 * @throws UserError when SuperOffice refuses, and when its answer cannot be trusted
 * @throws OperationalError when the login server does not answer, or failed itself
 */
export async function exchangeSystemUserToken(
	loginClient: LoginClient,
	user: SystemUser,
): Promise<string> {
	const answer = await loginClient({
		method: 'POST',
		url: `${user.server}/Login/api/PartnerSystemUser/Authenticate`,
		headers: { 'Content-Type': 'application/json' },
		body: JSON.stringify({
			SignedSystemToken: signedToken(user),
			ApplicationToken: user.clientSecret,
			ContextIdentifier: user.id,
			ReturnTokenType: 'JWT',
		}),
	});
	const { IsSuccessful, Token, ErrorMessage } = asRecord(answer.body);
	if (IsSuccessful === undefined && !ErrorMessage) {
		throw new OperationalError(
			`SuperOffice's login server did not answer the sign-in (HTTP ${answer.statusCode}). Check whether something between n8n and SuperOffice, such as a proxy, answers in its place, and try again later; if it goes on, ${CHECK_ALL}.`,
		);
	}
	if (IsSuccessful !== true || typeof Token !== 'string') {
		return rejectSignIn(answer, user.redact(String(ErrorMessage ?? '')));
	}
	const token = parseToken(Token);
	const audience = `spn:${superOfficeClaim(token.claims, 'serial')}`;
	const keys = await getKeySet(loginClient, user.server, token);
	const claims = verifyToken(token, keys, { issuer: 'SuperOffice AS', audience });
	checkTime(claims, answer);
	const context = superOfficeClaim(claims, 'ctx') || user.id;
	if (context.toLowerCase() !== user.id.toLowerCase()) {
		return rejectToken('it is meant for another tenant');
	}
	return superOfficeClaim(claims, 'ticket') || rejectToken('there is no ticket in it');
}
