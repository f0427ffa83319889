import type { ICredentialTestRequest, ICredentialType, Icon, INodeProperties } from 'n8n-workflow';

import { authenticate } from '../nodes/shared/transport/authenticate';
import { masked } from './masked';
import { testRules } from './testRules';

const schemes = (...values: string[]) => ({ show: { authentication: values } });

const authentication: INodeProperties = {
	displayName: 'Authentication',
	name: 'authentication',
	type: 'options',
	options: [
		{
			name: 'Access Token (Bearer)',
			value: 'bearer',
			description: 'SuperOffice Online, with a token that a user was given',
		},
		{
			name: 'Browser Session (XSRF)',
			value: 'session',
			description: 'The session of a signed-in browser',
		},
		{
			name: 'Ticket (SoTicket)',
			value: 'soTicket',
			description: 'SuperOffice Online or on-site, with a session or system user ticket',
		},
		{
			name: 'User Name and Password (Basic)',
			value: 'basic',
			description: 'On-site installations only',
		},
	],
	default: 'basic',
	description: 'How to sign in to SuperOffice',
};

const allowUnauthorizedCerts: INodeProperties = {
	displayName: 'Allow Unauthorized Certificates',
	name: 'allowUnauthorizedCerts',
	type: 'boolean',
	default: false,
	description: 'Whether to connect even if the certificate of the server cannot be verified',
};

export class SuperOfficeApi implements ICredentialType {
	name = 'superOfficeApi';

	displayName = 'SuperOffice API';

	icon: Icon = {
		light: 'file:../icons/superoffice.svg',
		dark: 'file:../icons/superoffice.dark.svg',
	};

	documentationUrl =
		'https://github.com/n8n-nodes-superoffice/n8n-nodes-superoffice/blob/main/docs/on-site.md';

	properties: INodeProperties[] = [
		{
			displayName: 'Base URL',
			name: 'baseUrl',
			type: 'string',
			default: '',
			required: true,
			placeholder: 'https://crm.example.com/SuperOffice',
			description:
				'Address of the SuperOffice web service; for SuperOffice Online such as https://online2.superoffice.com/Cust12345',
		},
		authentication,
		{
			displayName: 'User Name',
			name: 'username',
			type: 'string',
			default: '',
			required: true,
			displayOptions: schemes('basic'),
			description: 'The name with which the user signs in to SuperOffice',
		},
		masked('Password', 'password', "The user's password", schemes('basic')),
		masked(
			'Access Token',
			'accessToken',
			'The token alone, without the word Bearer; it starts with 8A:',
			schemes('bearer'),
		),
		masked(
			'Ticket',
			'ticket',
			'The ticket alone, without the word SOTicket; it starts with 7T:',
			schemes('soTicket'),
		),
		masked(
			'XSRF Token',
			'xsrfToken',
			"Value of the session's XSRF cookie or hidden input field",
			schemes('session'),
		),
		masked(
			'Session Cookie',
			'sessionCookie',
			"The browser's Cookie header, such as name=value; name2=value2",
			schemes('session'),
		),
		{
			...masked(
				'Application Token',
				'appToken',
				"The app's client secret, sent as SO-AppToken; needed with a ticket on SuperOffice Online",
				schemes('bearer', 'soTicket'),
			),
			required: false,
		},
		allowUnauthorizedCerts,
	];

	authenticate = authenticate;

	test: ICredentialTestRequest = {
		request: {
			baseURL: '={{ $credentials.baseUrl }}',
			url: '/User/currentPrincipal',
			headers: { Accept: 'application/json' },
		},
		rules: testRules,
	};
}
