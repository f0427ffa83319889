import type { ICredentialDataDecryptedObject } from 'n8n-workflow';
import escape from 'lodash/escape';

import { asRecord } from '../json';

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

/** Browsers' cookies also hold words such as `no` and `1`, which are in every sentence. */
const SHORTEST_COOKIE_VALUE = 8;

/** The forms in which a server or a library might repeat a secret. */
function spellings(secret: string): string[] {
	const json = JSON.stringify(secret).slice(1, -1);
	const inOneLine = secret.replace(/\s+/g, ' ');
	// Through a Buffer, as half of a surrogate pair would make the encoders throw.
	const wellFormed = Buffer.from(secret, 'utf8').toString('utf8');
	const uris = [encodeURI(wellFormed), encodeURIComponent(wellFormed)];
	return [secret, json, inOneLine, escape(secret), ...uris];
}

function secretsOf(credential: ICredentialDataDecryptedObject): string[] {
	const plain = SECRET_PARAMETERS.map((name) => String(credential[name] ?? '').trim());
	const cookieValues = String(credential.sessionCookie ?? '')
		.split(';')
		.map((pair) => pair.slice(pair.indexOf('=') + 1).trim())
		.filter((value) => value.length >= SHORTEST_COOKIE_VALUE);
	const tokens = asRecord(credential.oauthTokenData);
	const issued = SECRET_TOKENS.map((name) => String(tokens[name] ?? ''));
	const basic = Buffer.from(`${credential.username}:${credential.password}`).toString('base64');
	return [...plain, ...cookieValues, ...issued, basic].filter((secret) => secret !== '');
}

/** A function that takes a credential's secrets out of a text before anyone sees it. */
export function redactor(credential: ICredentialDataDecryptedObject): (text: string) => string {
	const found = [...new Set(secretsOf(credential).flatMap(spellings))];
	// A secret that begins with another one would leave its end behind.
	found.sort((a, b) => b.length - a.length);
	return (text) => found.reduce((clean, secret) => clean.replaceAll(secret, '***'), text);
}
