import type { ICredentialType, Icon, INodeProperties } from 'n8n-workflow';

import { environment, tenant } from './online';

/** A part of the sign-in that nobody has to fill in. */
const fixed = (name: string, value: string): INodeProperties => ({
	displayName: name,
	name,
	type: 'hidden',
	default: value,
});

/** One of SuperOffice's own, whatever stands in the credential: secrets go there. */
const SERVER =
	'=https://{{ ["online", "qaonline", "sod"].includes($self["environment"]) ? $self["environment"] : "online" }}.superoffice.com/login/common/oauth';

export class SuperOfficeOAuth2Api implements ICredentialType {
	name = 'superOfficeOAuth2Api';

	extends = ['oAuth2Api'];

	displayName = 'SuperOffice OAuth2 API';

	icon: Icon = {
		light: 'file:../icons/superoffice.svg',
		dark: 'file:../icons/superoffice.dark.svg',
	};

	documentationUrl =
		'https://github.com/n8n-nodes-superoffice/n8n-nodes-superoffice/blob/main/docs/online-sign-in.md';

	properties: INodeProperties[] = [
		environment,
		{
			...tenant,
			description: `${tenant.description}. Leave it empty to choose it while signing in.`,
		},
		fixed('grantType', 'pkce'),
		fixed('authUrl', `${SERVER}/authorize`),
		fixed('accessTokenUrl', `${SERVER}/tokens`),
		fixed('scope', 'openid'),
		fixed(
			'authQueryParameters',
			// n8n takes the answer from the address alone; a tenant that is named is not asked for.
			'={{ "response_mode=query" + (($self["tenant"] || "").trim() ? "&acr_values=" + encodeURIComponent("tenant:" + $self["tenant"].trim()) : "") }}',
		),
		// As in SuperOffice's samples; n8n 1 sends them as Basic when it exchanges the code.
		fixed('authentication', 'body'),
		// n8n's HTTP Request node would take the token anywhere.
		fixed('allowedHttpRequestDomains', 'domains'),
		fixed('allowedDomains', '*.superoffice.com'),
	];
}
