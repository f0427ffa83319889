import type { IHttpRequestOptions } from 'n8n-workflow';

import { resolveTarget } from './address';
import {
	headerSecret,
	requiredSecret,
	rejectCredential,
	transportOptions,
	type CredentialData,
} from './credential';

/** The application's own token, which goes with logins that were given to an app. */
function appToken(credential: CredentialData): Record<string, string> {
	const token = headerSecret(credential, 'appToken');
	return token === '' ? {} : { 'SO-AppToken': token };
}

/** The headers of each scheme. SuperOffice's ticket is base64 already and goes as it is. */
const SCHEMES: Record<string, (credential: CredentialData) => Record<string, string>> = {
	basic: ({ username, password }) => {
		if (String(username ?? '') === '') rejectCredential('username', 'is empty');
		if (String(username).includes(':'))
			rejectCredential('username', 'holds a colon, which Basic cannot carry');
		const pair = Buffer.from(`${username}:${password ?? ''}`, 'utf8').toString('base64');
		return { Authorization: `Basic ${pair}` };
	},
	bearer: (credential) => ({
		Authorization: `Bearer ${requiredSecret(credential, 'accessToken')}`,
		...appToken(credential),
	}),
	soTicket: (credential) => ({
		Authorization: `SOTicket ${requiredSecret(credential, 'ticket')}`,
		...appToken(credential),
	}),
	session: (credential) => ({
		'X-XSRF-TOKEN': requiredSecret(credential, 'xsrfToken'),
		Cookie: requiredSecret(credential, 'sessionCookie'),
	}),
};

function schemeHeaders(credential: CredentialData): Record<string, string> {
	const scheme = String(credential.authentication);
	return Object.hasOwn(SCHEMES, scheme)
		? SCHEMES[scheme](credential)
		: rejectCredential(
				'authentication',
				`is "${scheme}", not one of ${Object.keys(SCHEMES).join(', ')}`,
			);
}

/** n8n's older request helper, which the HTTP Request node uses, says `uri` for `url`. */
type OldOrNewOptions = IHttpRequestOptions & { uri?: string };

/**
 * Puts the login on a request, for this package's nodes, the credential's test and n8n's HTTP
 * Request node alike, and keeps it from going anywhere but to the credential's own web service.
 * @throws UserError for a malformed base URL, a target outside of it, a missing or broken secret
 */
export async function authenticate(
	credential: CredentialData,
	options: IHttpRequestOptions,
): Promise<IHttpRequestOptions> {
	const { uri, url, ...rest } = options as OldOrNewOptions;
	return {
		...rest,
		...transportOptions(credential),
		baseURL: undefined,
		url: resolveTarget(credential.baseUrl, String(url ?? uri)),
		headers: {
			...rest.headers,
			...schemeHeaders(credential),
		},
	};
}
