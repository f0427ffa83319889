import type { Column } from '../../shared/fields/columns';
import { boolean } from '../../shared/fields/boolean';
import { enumeration, suggestion } from '../../shared/fields/enumeration';
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

/** Where the target of a link is found, by its EntityName; the target of `url` has no name. */
export const LINK_SOURCES: Record<string, string> = {
	appointment: 'appointment',
	contact: 'contact',
	document: 'document',
	person: 'person',
	project: 'project',
	sale: 'sale',
	selection: 'selection',
};

/** Where those who may see an appointment are found, by Visibility in lower case. */
export const VISIBLE_FOR_SOURCES: Record<string, string> = {
	associate: 'associate',
	group: 'userGroup',
};

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

export const links = rows({
	item: 'link',
	label: 'Link',
	columns: [
		{
			name: 'entityName',
			label: 'Record Type',
			help: 'What kind of record the link points to',
			kind: suggestion(
				['appointment', 'contact', 'document', 'person', 'project', 'sale', 'selection', 'url'],
				{ contact: 'Company', url: 'URL' },
			),
			default: 'document',
			wire: 'EntityName',
		},
		{
			name: 'id',
			label: 'Record',
			help: 'The record that the link points to',
			kind: identifier({
				method: 'linkTarget',
				chosenBy: { property: 'EntityName', sources: LINK_SOURCES },
			}),
			wire: 'Id',
			required: true,
		},
		{
			name: 'description',
			label: 'Description',
			help: 'Words shown for the link',
			kind: text,
			wire: 'Description',
			optional: true,
		},
		{
			name: 'extraInfo',
			label: 'Extra Info',
			help: 'Further information that goes with the link',
			kind: text,
			wire: 'ExtraInfo',
			optional: true,
		},
		{
			name: 'linkId',
			label: 'Link ID',
			help: 'Number of an existing link; leave it out for a new one',
			kind: integer,
			wire: 'LinkId',
			optional: true,
		},
	],
});

export const visibleFor = rows({
	item: 'entry',
	label: 'Entry',
	columns: [
		{
			name: 'visibility',
			label: 'Visible For',
			help: 'Who may see the appointment',
			kind: enumeration(['All', 'Associate', 'Group'], {
				All: 'Everyone',
				Associate: 'One User',
				Group: 'A User Group',
			}),
			wire: 'Visibility',
		},
		{
			name: 'visibleId',
			label: 'User or Group',
			help: 'The user or the group that may see it',
			kind: identifier({
				method: 'visibleFor',
				chosenBy: { property: 'Visibility', sources: VISIBLE_FOR_SOURCES },
			}),
			wire: 'VisibleId',
			required: true,
			when: { visibility: ['Associate', 'Group'] },
		},
		{
			name: 'displayValue',
			label: 'Display Value',
			help: 'Name that SuperOffice shows for the entry; it sets this itself',
			kind: text,
			wire: 'DisplayValue',
			optional: true,
		},
	],
});
