import type { INodeCredentialDescription, INodeProperties } from 'n8n-workflow';

import type { CredentialType } from './transport/authStrategies';

interface Choice {
	name: string;
	value: CredentialType;
	description: string;
}

const choices: Choice[] = [
	{
		name: 'Address and Login',
		value: 'superOfficeApi',
		description: 'On-site, or SuperOffice Online with a token or ticket of your own',
	},
	{
		name: 'OAuth2',
		value: 'superOfficeOAuth2Api',
		description: 'SuperOffice Online: a user signs in',
	},
	{
		name: 'System User',
		value: 'superOfficeSystemUserApi',
		description: 'SuperOffice Online: server to server, nobody signs in',
	},
];

/** Which credential a node uses. Its values are the types of the credentials. */
export const authentication: INodeProperties = {
	displayName: 'Authentication',
	name: 'authentication',
	type: 'options',
	noDataExpression: true,
	options: choices.map((choice) => ({ ...choice })),
	default: 'superOfficeApi',
	description: 'How to sign in to SuperOffice',
};

/** The credentials, each shown where it is chosen. */
export const credentials: INodeCredentialDescription[] = choices.map(({ value }) => ({
	name: value,
	required: true,
	displayOptions: { show: { authentication: [value] } },
}));
