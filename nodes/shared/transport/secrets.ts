import type { ICredentialDataDecryptedObject } from 'n8n-workflow';

/** The credential's parameters whose values nobody may read. */
export const SECRET_PARAMETERS = [
	'password',
	'accessToken',
	'ticket',
	'xsrfToken',
	'sessionCookie',
	'appToken',
] as const;

/** The forms in which a server or a library might repeat a secret. */
function spellings(secret: string): string[] {
	return [secret, encodeURIComponent(secret), JSON.stringify(secret).slice(1, -1)];
}

function secretsOf(credential: ICredentialDataDecryptedObject): string[] {
	const plain = SECRET_PARAMETERS.map((name) => String(credential[name] ?? '').trim());
	const cookieValues = String(credential.sessionCookie ?? '')
		.split(';')
		.map((pair) => pair.slice(pair.indexOf('=') + 1).trim());
	const basic = Buffer.from(`${credential.username}:${credential.password}`).toString('base64');
	return [...plain, ...cookieValues, basic].filter((secret) => secret !== '');
}

/** A function that takes a credential's secrets out of a text before anyone sees it. */
export function redactor(credential: ICredentialDataDecryptedObject): (text: string) => string {
	const found = [...new Set(secretsOf(credential).flatMap(spellings))];
	found.sort((a, b) => b.length - a.length);
	return (text) => found.reduce((clean, secret) => clean.replaceAll(secret, '***'), text);
}
