import type { INodeProperties } from 'n8n-workflow';

import { boolean } from '../../../shared/fields/boolean';
import { enumeration } from '../../../shared/fields/enumeration';
import { integerBetween, INT32_MAX } from '../../../shared/fields/number';
import { reference } from '../../../shared/fields/reference';
import { tableControls, type FieldTable } from '../../../shared/fields/table';
import { longText, text } from '../../../shared/fields/text';
import { accessLevel } from '../request.fields';

/** The text of a message. */
export const MESSAGE: INodeProperties = {
	displayName: 'Message',
	name: 'message',
	...longText.control,
	description: 'Text of the message; for HTML, add the message field Format',
};

/** How a message came about (SuperOffice's OpenAPI file of TicketMessage: Badge). */
type Badge = 'Incoming' | 'Reply' | 'Comment' | 'Outgoing';

const BADGES: Record<Badge, { name: string; description: string }> = {
	Comment: { name: 'Comment', description: 'An internal note of users' },
	Incoming: { name: 'Incoming', description: 'Written by the contact person' },
	Outgoing: { name: 'Outgoing', description: 'Written to the contact person, to begin with' },
	Reply: { name: 'Reply', description: 'An answer to the contact person' },
};

/**
 * What kind of message it is.
 * @param first the preselected one
 */
export const messageKind = (first: Badge): INodeProperties => ({
	displayName: 'Message Type',
	name: 'messageType',
	type: 'options',
	options: Object.entries(BADGES).map(([value, texts]) => ({ ...texts, value })),
	default: first,
	description: 'Comments are internal, all others external; SuperOffice calls it the badge',
});

/** More of a message, by the properties of SuperOffice's TicketMessageEntity. */
export const messageFields = {
	type: {
		label: 'Format',
		kind: enumeration(['Plain', 'Html'], { Plain: 'Plain Text', Html: 'HTML' }),
		help: 'Whether the message is plain text or HTML; without this field, it is sent as plain text',
	},
	person: {
		label: 'From Contact Person',
		kind: reference('PersonId', 'FullName', { method: 'person' }),
		help: 'Who wrote an incoming message; without this field, the contact person of the request',
	},
	slevel: {
		label: 'Access Level',
		kind: accessLevel('Internal'),
		help: 'Who may read it, where that does not follow from the message type',
	},
	author: {
		label: 'Author',
		kind: text,
		help: 'Who wrote it, as text such as an email address',
	},
	important: {
		label: 'Important',
		kind: boolean,
		help: 'Whether the message is marked as important',
	},
	timeSpent: {
		label: 'Time Spent (Minutes)',
		kind: integerBetween(0, INT32_MAX),
		help: 'Minutes that the message took',
	},
} satisfies FieldTable;

/** The collection of them. */
export const MESSAGE_FIELDS: INodeProperties = {
	displayName: 'Message Fields',
	name: 'messageFields',
	type: 'collection',
	placeholder: 'Add Field',
	default: {},
	options: tableControls(messageFields),
};
