import type { ICredentialType, INodeProperties } from 'n8n-workflow';

const registered = { useDynamicClientRegistration: [false] };

const hidden = (name: string, value: string | boolean): INodeProperties => ({
	displayName: name,
	name,
	type: 'hidden',
	default: value,
});

const shown = (
	name: string,
	type: INodeProperties['type'],
	value: string | boolean,
	show: Record<string, Array<string | boolean>> = {},
): INodeProperties => ({
	displayName: name,
	name,
	type,
	default: value,
	displayOptions: { show: { ...show, ...registered } },
});

const byBrowser = { grantType: ['authorizationCode', 'pkce'] };
const byClient = { grantType: ['clientCredentials'], authentication: ['body'] };

const own = (name: string, type: INodeProperties['type'], value: number | boolean) =>
	({ displayName: name, name, type, default: value, doNotInherit: true }) as INodeProperties;

/**
 * Stands in for n8n's own credential type, which n8n-core does not bring along: the names, types,
 * defaults and conditions of OAuth2Api.credentials.js of n8n-nodes-base as in n8n 2.41.1, but for
 * the properties of dynamic client registration and encrypted tokens, which are not inherited or
 * need no value.
 */
export const oAuth2Api: ICredentialType = {
	name: 'oAuth2Api',
	displayName: 'OAuth2 API',
	genericAuth: true,
	properties: [
		hidden('useDynamicClientRegistration', false),
		shown('grantType', 'options', 'authorizationCode'),
		shown('authUrl', 'string', '', byBrowser),
		shown('accessTokenUrl', 'string', ''),
		shown('clientId', 'string', ''),
		hidden('clientCredentialType', 'clientSecret'),
		shown('clientSecret', 'string', ''),
		hidden('privateKey', ''),
		hidden('certificate', ''),
		shown('scope', 'string', ''),
		shown('authQueryParameters', 'string', '', byBrowser),
		shown('authentication', 'options', 'header'),
		shown('sendAdditionalBodyProperties', 'boolean', false, byClient),
		shown('additionalBodyProperties', 'json', '', {
			...byClient,
			sendAdditionalBodyProperties: [true],
		}),
		own('ignoreSSLIssues', 'boolean', false),
		own('tokenExpiredStatusCode', 'number', 401),
	],
};
