import type { INodeProperties } from 'n8n-workflow';

/** SuperOffice sends these mails itself; its calls name no mail server then. */
export const SEND_EMAIL: INodeProperties = {
	displayName: 'Send Email to Participants',
	name: 'sendEmailToParticipants',
	type: 'boolean',
	default: false,
	description: 'Whether SuperOffice emails the participants for whom Send Email is on',
};

export const SEND_CONFIRMATION: INodeProperties = {
	displayName: 'Send Confirmation',
	name: 'sendConfirmation',
	type: 'boolean',
	default: false,
	description: 'Whether SuperOffice emails the answer to the organizer',
};
