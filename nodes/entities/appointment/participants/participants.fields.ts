import omit from 'lodash/omit';

import { boolean } from '../../../shared/fields/boolean';
import type { Column } from '../../../shared/fields/columns';
import { enumeration } from '../../../shared/fields/enumeration';
import { integer } from '../../../shared/fields/number';
import { emails } from '../../../shared/fields/emails';
import { FieldError, type FieldKind, type ParameterRef } from '../../../shared/fields/fieldKind';
import { identifier } from '../../../shared/fields/reference';
import { rowList, StoredRow } from '../../../shared/fields/rows';
import { text } from '../../../shared/fields/text';
import { asRecord, type JsonObject } from '../../../shared/json';
import { uniqueParticipants } from './participantIdentity';
import { ANSWER_KEYS, storedParticipant } from './storedParticipant';

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

/** The columns that identify a participant. */
const identityColumns = (hint?: string): Column[] => [
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
		label: 'User or Resource',
		help: 'A user, room or other resource. Fill in one of User or Resource, Contact Person and Email Address.',
		hint,
		kind: identifier({ method: 'diaryOwner' }),
		wire: 'AssociateId',
	},
	{
		name: 'personId',
		label: 'Contact Person',
		help: 'A contact person of your own or another company',
		kind: identifier({ method: 'person', within: 'ContactId' }),
		wire: 'PersonId',
	},
	{
		name: 'emailAddress',
		label: 'Email Address',
		help: 'Used only when User or Resource and Contact Person are both empty; separate several addresses with commas',
		placeholder: 'e.g. name@example.com',
		kind: emails,
		wire: 'EmailAddress',
	},
];

/** Further columns of an invitation. */
const invitationColumns: Column[] = [
	{
		name: 'description',
		label: 'Description',
		help: 'Note about this participant',
		kind: text,
		wire: 'Description',
		optional: true,
	},
	{
		name: 'emailId',
		label: 'Email ID',
		help: "SuperOffice's ID of the email address that receives the invitation",
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
		help: 'State of the invitation, set by SuperOffice',
		kind: invitationStatus,
		wire: 'InvitationStatus',
		optional: true,
	},
	{
		name: 'sendEmail',
		label: 'Send Email',
		help: 'Whether SuperOffice emails this participant',
		kind: boolean,
		wire: 'SendEmail',
		optional: true,
	},
];

/** Columns that can belong to one participant only. */
const SINGLE_KEYS = ['AssociateId', 'PersonId', 'EmailId'];

/**
 * A row with several addresses stands for as many guests.
 * @throws FieldError where it also names what only one of them can be or have
 */
function splitAddresses({ EmailAddress, ...rest }: JsonObject, ref: ParameterRef): JsonObject[] {
	if (!Array.isArray(EmailAddress)) return [rest];
	const one = SINGLE_KEYS.find((name) => rest[name]);
	if (one === undefined || EmailAddress.length === 1) {
		return EmailAddress.map((address) => ({ ...rest, EmailAddress: address }));
	}
	const valueRef = { label: 'Email Address', parameter: `${ref.parameter}.emailAddress` };
	const problem = `${EmailAddress.join(', ')} are several, beside ${one} ${String(rest[one])}`;
	throw new FieldError(valueRef, problem, 'Give one address, or a row for each.');
}

/** Participants, each of them once, but for those of an answer: the first of the rows that name him counts. */
function participantKind(columns: Column[]): FieldKind {
	const kind = rowList({
		item: 'participant',
		label: 'Participant',
		columns,
		each: splitAddresses,
		resendRow: (row) => omit(row, ANSWER_KEYS),
	});
	return {
		...kind,
		storedRow: (row, isOwn) => storedParticipant(row, kind.columns ?? [], isOwn),
		async encode(value, ref, context) {
			const all = ((await kind.encode(value, ref, context)) ?? []) as JsonObject[];
			const given = asRecord(value).participant;
			const stored = (Array.isArray(given) ? given : []).filter((row) => row instanceof StoredRow);
			const kept = new Set(stored.map(({ json }) => json));
			return all.length > 0 ? uniqueParticipants(all, (one) => kept.has(one)) : undefined;
		},
	};
}

/** All participants of an appointment. */
export const participants = participantKind([
	...identityColumns(
		'The first participant organizes the meeting, and owns it if Owner is empty: add yourself first',
	),
	...invitationColumns,
]);

/** Participants to add. */
export const addedParticipants = participantKind([...identityColumns(), ...invitationColumns]);

/** Existing participants. */
export const existingParticipants = participantKind(identityColumns());
