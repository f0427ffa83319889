import type {
	ICredentialDataDecryptedObject,
	ICredentialTestRequest,
	ICredentialType,
	Icon,
	IHttpRequestHelper,
	INodeProperties,
} from 'n8n-workflow';

import {
	authenticateSystemUser,
	preAuthenticateSystemUser,
} from '../nodes/shared/transport/online/systemUser';
import { masked } from './masked';
import { environment, signedInAs, tenant, ticket, webService } from './online';
import { systemUserTestRules } from './testRules';

export class SuperOfficeSystemUserApi implements ICredentialType {
	name = 'superOfficeSystemUserApi';

	displayName = 'SuperOffice System User API';

	icon: Icon = {
		light: 'file:../icons/superoffice.svg',
		dark: 'file:../icons/superoffice.dark.svg',
	};

	documentationUrl =
		'https://github.com/n8n-nodes-superoffice/n8n-nodes-superoffice/blob/main/docs/online-system-user.md';

	properties: INodeProperties[] = [
		environment,
		{ ...tenant, required: true },
		masked('Client Secret', 'clientSecret', "The app's client secret for this environment"),
		masked(
			'System User Token',
			'systemUserToken',
			'The token that was issued when the app was approved in this tenant',
		),
		masked(
			'Private Key',
			'privateKey',
			"The app's private key: the XML from <RSAKeyValue> to </RSAKeyValue> that SuperOffice issued, or the same key as PEM",
		),
		ticket,
		signedInAs,
		webService,
	];

	async preAuthentication(this: IHttpRequestHelper, credential: ICredentialDataDecryptedObject) {
		return await preAuthenticateSystemUser(this, credential);
	}

	authenticate = authenticateSystemUser;

	test: ICredentialTestRequest = {
		request: {
			// Where the tenant is comes with the ticket; this only has to be there.
			baseURL: 'https://online.superoffice.com',
			url: '/User/currentPrincipal',
			headers: { Accept: 'application/json' },
		},
		rules: systemUserTestRules,
	};
}
