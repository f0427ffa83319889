import type { Carrier } from '../tenant/carriers';
import { SESSION_USER } from '../tenant/data';
import type { Webhook } from './webhook';

const verbs = (entity: string, ...more: string[]) =>
	['created', 'changed', 'deleted', ...more].map((verb) => `${entity}.${verb}`);

/** The events by their names (documentation of event details). */
export const EVENTS = [
	...verbs('activity'),
	...verbs('associate'),
	...['chatsession.created', 'chatsession.changed', 'chatsession.message'],
	...verbs('contact', 'softdeleted'),
	...verbs('document', 'edited'),
	...verbs('person', 'softdeleted', 'consented', 'unconsented'),
	...verbs('project'),
	...verbs('projectmember'),
	...['quote.approved', 'quote.rejected', 'quote.sent', 'quote.ordered'],
	...verbs('relation'),
	...verbs('sale', 'completed', 'lost', 'sold'),
	...verbs('salestakeholder'),
	...['ticket.created', 'ticket.changed'],
];

/** Something that has happened in SuperOffice. */
export interface WebhookEvent {
	/** Its entity and what happened to it, such as `activity.created`. */
	name: string;
	primaryKey: number;
	/** Names of columns of the database. */
	changes?: string[];
	/** The record's columns, as far as payloads have them. */
	fieldValues?: Carrier;
	/** What is left of a deleted record. */
	values?: Carrier;
	/** Number of the associate who did it; the user behind the logins by default. */
	changedBy?: number;
	/** A GUID; a new one by default. */
	id?: string;
}

/** What a payload says beyond the event. */
export interface Circumstances {
	eventId: string;
	/** Milliseconds since 1970. */
	time: number;
	/** The customer online, `Default` on-site. */
	context: string;
	hasFieldValues: boolean;
}

/**
 * The body of a call, in the order of the documentation's samples. Where a webhook's own properties
 * stand is a guess: beside the others.
 */
export function payload(
	{ name, primaryKey, changes = [], fieldValues, values, changedBy = SESSION_USER }: WebhookEvent,
	{ Name, Properties }: Webhook,
	{ eventId, time, context, hasFieldValues }: Circumstances,
): Carrier {
	return {
		EventId: eventId,
		// .NET writes seven digits.
		Timestamp: new Date(time).toISOString().replace('Z', '0000Z'),
		Changes: changes,
		...(values && { Values: values }),
		Event: name,
		PrimaryKey: primaryKey,
		Entity: name.split('.')[0],
		ContextIdentifier: context,
		ChangedByAssociateId: changedBy,
		WebhookName: Name,
		...(hasFieldValues && fieldValues && { FieldValues: fieldValues }),
		...Properties,
	};
}
