import type { INodeProperties } from 'n8n-workflow';

/** Which of SuperOffice Online's environments. The values are the names of their login servers. */
export const environment: INodeProperties = {
	displayName: 'Environment',
	name: 'environment',
	type: 'options',
	options: [
		{ name: 'Development', value: 'sod', description: 'The tenant of a developer (SOD)' },
		{ name: 'Production', value: 'online', description: 'The tenant of a customer' },
		{ name: 'Stage', value: 'qaonline', description: 'A tenant for tests before production' },
	],
	default: 'online',
	description:
		'Where the tenant and the app are registered. Each environment has client IDs, secrets and keys of its own.',
};

/** Which tenant. */
export const tenant: INodeProperties = {
	displayName: 'Tenant',
	name: 'tenant',
	type: 'string',
	default: '',
	placeholder: 'Cust12345',
	description: "The customer's ID, which is also part of SuperOffice's web address",
};

/** What n8n keeps of a sign-in; masked, so that its editor never gets to see it. */
export const ticket: INodeProperties = {
	displayName: 'Ticket',
	name: 'ticket',
	type: 'hidden',
	typeOptions: { expirable: true, password: true },
	default: '',
};

/** For whom the ticket was issued, as a digest. */
export const signedInAs: INodeProperties = {
	displayName: 'Signed In As',
	name: 'signedInAs',
	type: 'hidden',
	default: '',
};

/** Where the tenant was at that time, for addresses that are relative to it. */
export const webService: INodeProperties = {
	displayName: 'Web Service',
	name: 'webService',
	type: 'hidden',
	default: '',
};
