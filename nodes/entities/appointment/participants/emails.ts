import type { INodeProperties } from 'n8n-workflow';

/** SuperOffice sends these mails itself; its calls name no mail server then. */
export const SEND_EMAIL: INodeProperties = {
	displayName: 'Send Email to Participants',
	name: 'sendEmailToParticipants',
	type: 'boolean',
	default: false,
	description:
		'Whether SuperOffice tells those participants by email who are marked to be sent emails',
};

export const SEND_CONFIRMATION: INodeProperties = {
	displayName: 'Send Confirmation',
	name: 'sendConfirmation',
	type: 'boolean',
	default: false,
	description: 'Whether SuperOffice tells the organizer of the answer by email',
};
