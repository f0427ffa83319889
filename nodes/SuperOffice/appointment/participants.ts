import { boolean } from '../../shared/fields/boolean';
import type { Column } from '../../shared/fields/columns';
import { enumeration } from '../../shared/fields/enumeration';
import { integer } from '../../shared/fields/number';
import { identifier } from '../../shared/fields/reference';
import { rows } from '../../shared/fields/rows';
import { text } from '../../shared/fields/text';

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
		help: 'Used only where neither associate nor person is given',
		placeholder: 'e.g. name@example.com',
		kind: text,
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

const participant = { item: 'participant', label: 'Participant' };

/** All participants of an appointment. */
export const participants = rows({
	...participant,
	columns: [...who('The first participant is the one who invites'), ...invitation],
});

/** Participants beside those who are there already. */
export const invited = rows({ ...participant, columns: [...who(), ...invitation] });

/** Participants who are there already. */
export const whoTakesPart = rows({ ...participant, columns: who() });
