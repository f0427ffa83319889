import { boolean } from '../../../shared/fields/boolean';
import type { Column } from '../../../shared/fields/columns';
import { enumeration } from '../../../shared/fields/enumeration';
import { integer } from '../../../shared/fields/number';
import { emails } from '../../../shared/fields/emails';
import { FieldError, type Kind, type Spot } from '../../../shared/fields/kind';
import { identifier } from '../../../shared/fields/reference';
import { rows, StoredRow } from '../../../shared/fields/rows';
import { text } from '../../../shared/fields/text';
import { asRecord, type JsonObject } from '../../../shared/json';
import { onceEach } from './identity';

export const invitationStatus = enumeration([
	'None',
	'Invitation',
	'Accepted',
	'Declined',
	'Seen',
	'Moved',
	'MovedSeen',
	'Hidden',
	'Cancelled',
	'Unknown',
]);

/** The columns that say who takes part; the hint stands where it is to be read first. */
const who = (hint?: string): Column[] => [
	{
		// First, as a person's name is looked for within it.
		name: 'contactId',
		label: 'Company',
		help: "The participant's company",
		kind: identifier({ method: 'contact' }),
		wire: 'ContactId',
		optional: true,
	},
	{
		name: 'associateId',
		label: 'Associate',
		help: 'A colleague, a room or other equipment; name one of associate, person and email address',
		hint,
		kind: identifier({ method: 'diaryOwner' }),
		wire: 'AssociateId',
	},
	{
		name: 'personId',
		label: 'Person',
		help: 'A contact person, of your own or of another company',
		kind: identifier({ method: 'person', within: 'ContactId' }),
		wire: 'PersonId',
	},
	{
		name: 'emailAddress',
		label: 'Email Address',
		help: 'Used only where neither associate nor person is given; several with commas between them',
		placeholder: 'e.g. name@example.com',
		kind: emails,
		wire: 'EmailAddress',
	},
];

/** The columns that say more of an invitation. */
const invitation: Column[] = [
	{
		name: 'description',
		label: 'Description',
		help: 'Words about this participant',
		kind: text,
		wire: 'Description',
		optional: true,
	},
	{
		name: 'emailId',
		label: 'Email ID',
		help: 'Number of the email address in SuperOffice that the invitation goes to',
		kind: integer,
		wire: 'EmailId',
		optional: true,
	},
	{
		name: 'externallyOwnedStatus',
		label: 'External Answer',
		help: 'What the participant answered in an external calendar',
		kind: enumeration(['NotResponded', 'Accepted', 'TentativelyAccepted', 'Declined', 'Unknown']),
		wire: 'ExternallyOwnedStatus',
		optional: true,
	},
	{
		name: 'externallyOwnedType',
		label: 'External Role',
		help: 'Role of the participant in an external calendar',
		kind: enumeration(['Required', 'Optional', 'Organizer', 'Resource', 'Unknown']),
		wire: 'ExternallyOwnedType',
		optional: true,
	},
	{
		name: 'invitationStatus',
		label: 'Invitation Status',
		help: 'State of this invitation; SuperOffice sets it itself',
		kind: invitationStatus,
		wire: 'InvitationStatus',
		optional: true,
	},
	{
		name: 'sendEmail',
		label: 'Send Email',
		help: 'Whether the participant is to be told by email',
		kind: boolean,
		wire: 'SendEmail',
		optional: true,
	},
];

/** What a row can name besides, and what then belongs to one participant alone. */
const OF_ONE = ['AssociateId', 'PersonId', 'EmailId'];

/**
 * A row with several addresses stands for as many guests.
 * @throws FieldError where it also names what only one of them can be or have
 */
function eachGuest({ EmailAddress, ...rest }: JsonObject, spot: Spot): JsonObject[] {
	if (!Array.isArray(EmailAddress)) return [rest];
	const one = OF_ONE.find((name) => rest[name]);
	if (one === undefined || EmailAddress.length === 1) {
		return EmailAddress.map((address) => ({ ...rest, EmailAddress: address }));
	}
	const at = { label: 'Email Address', parameter: `${spot.parameter}.emailAddress` };
	const problem = `${EmailAddress.join(', ')} are several, beside ${one} ${String(rest[one])}`;
	throw new FieldError(at, problem, 'Give one address, or a row for each.');
}

/** Participants, each of them once, but for those of an answer: the first of the rows that name him counts. */
function people(columns: Column[]): Kind {
	const kind = rows({ item: 'participant', label: 'Participant', columns, each: eachGuest });
	return {
		...kind,
		async encode(value, spot, around) {
			const all = ((await kind.encode(value, spot, around)) ?? []) as JsonObject[];
			const given = asRecord(value).participant;
			const stored = (Array.isArray(given) ? given : []).filter((row) => row instanceof StoredRow);
			const kept = new Set(stored.map(({ json }) => json));
			return all.length > 0 ? onceEach(all, (one) => kept.has(one)) : undefined;
		},
	};
}

/** All participants of an appointment. */
export const participants = people([
	...who('The first participant is the one who invites'),
	...invitation,
]);

/** Participants beside those who are there already. */
export const invited = people([...who(), ...invitation]);

/** Participants who are there already. */
export const whoTakesPart = people(who());
