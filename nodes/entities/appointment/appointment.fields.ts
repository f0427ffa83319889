import { boolean } from '../../shared/fields/boolean';
import { anyDateTime, dateTime } from '../../shared/fields/dateTime';
import { duration } from '../../shared/fields/duration';
import { enumeration } from '../../shared/fields/enumeration';
import { jsonObject } from '../../shared/fields/jsonObject';
import { integer } from '../../shared/fields/number';
import { identifier, reference, suggestedText } from '../../shared/fields/reference';
import { SYSTEM_GROUP, type FieldTable } from '../../shared/fields/table';
import { longText, text } from '../../shared/fields/text';
import { publishFields, rawCustomFields, stampFields } from '../common';
import { invitationStatus, participants } from './participants/participants.fields';
import { recurrence } from './series/recurrence.fields';
import { links, visibleFor } from '../../shared/carriers';

const associate = reference('AssociateId', 'FullName', { method: 'diaryOwner' });

/**
 * THE table: one row per property of SuperOffice's AppointmentEntity, in the order of the form.
 * The property's name is the row's name with an upper-case first letter
 * (https://docs.superoffice.com, reference of POST /api/v1/Appointment).
 */
export const appointmentFields = {
	title: {
		label: 'Title',
		kind: text,
		help: 'Title shown in the diary',
		placeholder: 'e.g. Quarterly review',
	},
	startDate: {
		label: 'Start',
		kind: dateTime,
		help: "Start of the appointment, in the workflow's time zone unless the value has an offset",
		hint: 'If Start or End is empty, SuperOffice chooses the time',
	},
	endDate: {
		label: 'End',
		kind: dateTime,
		help: 'End of the appointment; the deadline of a to-do, the last day of an all-day appointment',
	},
	associate: {
		label: 'Owner',
		kind: associate,
		help: 'The user or resource whose diary it is in; if empty, the first participant, or else the user of the credential',
		hint: 'If this is another user and there are no Participants, SuperOffice also invites the user of the credential',
	},
	contact: {
		label: 'Company',
		kind: reference('ContactId', 'Name', { method: 'contact' }),
		help: "The company that the appointment is with, SuperOffice's contact",
	},
	person: {
		label: 'Contact Person',
		kind: reference('PersonId', 'FullName', { method: 'person', within: 'Contact.ContactId' }),
		help: 'The contact person; must belong to the company',
	},
	location: {
		group: 'additionalFields',
		label: 'Location',
		kind: text,
		help: 'Where it takes place; if left out, an invited room fills it in',
	},
	agenda: {
		group: 'additionalFields',
		label: 'Agenda',
		kind: longText,
		help: 'Text shown to all participants, including external ones',
	},
	internalNotes: {
		group: 'additionalFields',
		label: 'Internal Notes',
		kind: longText,
		help: 'Text not shown to external participants',
	},
	task: {
		group: 'additionalFields',
		label: 'Task',
		kind: reference('TaskListItemId', 'Value', { method: 'task' }),
		help: "The kind of activity, such as a meeting or a phone call, from the tenant's list",
	},
	type: {
		group: 'additionalFields',
		label: 'Type',
		kind: enumeration(
			[
				'inDiary',
				'inChecklist',
				'Note',
				'Document',
				'SavedReport',
				'BookingForDiary',
				'BookingForChecklist',
				'MergeDraft',
				'MergeFinal',
				'Unknown',
			],
			{ inDiary: 'In Diary (Appointment)', inChecklist: 'In Checklist (To-Do)' },
		),
		help: 'Whether it is shown in the diary or in the checklist; SuperOffice sets the other types itself',
	},
	completed: {
		group: 'additionalFields',
		label: 'Completed',
		kind: enumeration(['NotStarted', 'Started', 'Completed', 'Unknown']),
		help: 'Progress of the activity',
	},
	alarmLeadTime: {
		group: 'additionalFields',
		label: 'Alarm (Minutes Before Start)',
		kind: duration,
		default: 15,
		help: 'How many minutes before the start the alarm goes off; Has Alarm is not needed beside it',
	},
	hasAlarm: {
		group: 'additionalFields',
		label: 'Has Alarm',
		kind: boolean,
		help: 'Whether an alarm goes off; Alarm (Minutes Before Start) alone turns it on, too',
	},
	isAlldayEvent: {
		group: 'additionalFields',
		label: 'Is All-Day Event',
		kind: boolean,
		help: 'Whether it takes whole days, from the day of Start to the day of End, both included',
	},
	isFree: {
		group: 'additionalFields',
		label: 'Is Free',
		kind: boolean,
		help: 'Whether the owner is shown as free during the appointment',
	},
	priority: {
		group: 'additionalFields',
		label: 'Priority',
		kind: reference('Id', 'Value', { method: 'priority' }),
		help: "One of the tenant's priorities",
	},
	project: {
		group: 'additionalFields',
		label: 'Project',
		kind: reference('ProjectId', 'Name', { method: 'project' }),
		help: 'The project that the appointment belongs to',
	},
	sale: {
		group: 'additionalFields',
		label: 'Sale',
		kind: reference('SaleId', 'Title', { method: 'sale' }),
		help: 'The sale that the appointment belongs to',
	},
	links: {
		group: 'additionalFields',
		label: 'Links',
		kind: links,
		help: 'Other records that the appointment links to',
	},
	private: {
		group: 'additionalFields',
		label: 'Private',
		kind: enumeration(['Public', 'PrivateUser', 'PrivateGroup'], {
			PrivateUser: 'Private to the Owner',
			PrivateGroup: "Private to the Owner's Group",
		}),
		help: 'Older setting for who can see it; use either this or Visible For',
	},
	visibleFor: {
		group: 'additionalFields',
		label: 'Visible For',
		kind: visibleFor,
		help: 'The users and groups who may see the appointment',
	},
	leadTime: {
		group: 'additionalFields',
		label: 'Lead Time (Minutes)',
		kind: duration,
		help: 'Time blocked before the start, for travel and the like',
	},
	lagTime: {
		group: 'additionalFields',
		label: 'Lag Time (Minutes)',
		kind: duration,
		help: 'Time blocked after the end, for travel and the like',
	},
	preferredTZLocation: {
		group: 'additionalFields',
		label: 'Preferred Time Zone',
		kind: identifier({ method: 'timeZone' }),
		help: 'Time zone in which SuperOffice keeps the appointment; ID 0 is none',
	},
	isMileStone: {
		group: 'additionalFields',
		label: 'Is Milestone',
		kind: boolean,
		help: 'Whether it is a milestone of the project',
	},
	description: {
		group: 'additionalFields',
		label: 'Description',
		kind: longText,
		help: 'Older text field that may overlap with Title; use Title and Agenda instead',
	},
	...publishFields,
	joinVideomeetUrl: {
		group: 'additionalFields',
		label: 'Video Meeting URL',
		kind: text,
		help: 'Web address for joining the video meeting',
		placeholder: 'e.g. https://meet.example.com/42',
	},
	centralserviceVideomeetId: {
		group: 'additionalFields',
		label: 'Video Meeting ID',
		kind: text,
		help: "The reservation's ID in SuperOffice's video meeting service",
	},
	colorIndex: {
		group: 'additionalFields',
		label: 'Color Index',
		kind: integer,
		help: 'Color of the appointment, used in Japanese versions only; others use the color of the task',
	},
	...rawCustomFields,
	appointmentId: {
		group: SYSTEM_GROUP,
		label: 'Appointment ID',
		kind: integer,
		help: 'ID of the appointment; 0 for a new one',
		hint: 'Any ID other than 0 overwrites that appointment instead of creating one',
	},
	assignedBy: {
		group: SYSTEM_GROUP,
		label: 'Assigned By',
		kind: associate,
		help: 'Who assigned the appointment to its owner',
	},
	assignmentStatus: {
		group: SYSTEM_GROUP,
		label: 'Assignment Status',
		kind: enumeration(['None', 'Assigning', 'Seen', 'Declined', 'Unknown']),
		help: 'State of the assignment to another user',
	},
	bookingType: {
		group: SYSTEM_GROUP,
		label: 'Booking Type',
		kind: enumeration(['None', 'Owner', 'Participant', 'Unknown']),
		help: 'The role of this appointment in a booking',
	},
	invitationStatus: {
		group: SYSTEM_GROUP,
		label: 'Invitation Status',
		kind: invitationStatus,
		help: 'State of the invitation, if the appointment is one',
	},
	invitedPerson: {
		group: SYSTEM_GROUP,
		label: 'Invited Person',
		kind: reference('PersonId', 'FullName', { method: 'person' }),
		help: 'Who this copy of the booking invites; to invite people, use Participants',
	},
	motherAssociate: {
		group: SYSTEM_GROUP,
		label: 'Mother Associate',
		kind: associate,
		help: 'Owner of the appointment that this is an invitation to',
	},
	motherId: {
		group: SYSTEM_GROUP,
		label: 'Mother ID',
		kind: integer,
		help: 'ID of the appointment that this is an invitation to; 0 if it is none',
	},
	rejectReason: {
		group: SYSTEM_GROUP,
		label: 'Reject Reason',
		kind: suggestedText('rejectReason', 'e.g. On holiday'),
		help: 'Why the invitation or assignment was rejected',
	},
	activeDate: {
		group: SYSTEM_GROUP,
		label: 'Active Date',
		kind: anyDateTime,
		help: 'Date by which SuperOffice searches and sorts it; follows Start',
	},
	activeLinks: {
		group: SYSTEM_GROUP,
		label: 'Active Links',
		kind: integer,
		help: 'Number of links to other records',
	},
	cautionWarning: {
		group: SYSTEM_GROUP,
		label: 'Caution Warning',
		kind: enumeration(
			[
				'OK',
				'NotInSync',
				'NotNotifiedByEmail',
				'RecurrencePatternNotSupported',
				'IncomingRecurrenceChangeNotSupported',
				'ExternalParticipantsDateTimeMismatch',
			],
			{ NotNotifiedByEmail: 'Not Notified by Email' },
		),
		help: 'Problem that SuperOffice found with the appointment',
	},
	hasConflict: {
		group: SYSTEM_GROUP,
		label: 'Has Conflict',
		kind: boolean,
		help: 'Whether it overlaps with another appointment of the owner; read-only in SuperOffice',
	},
	ownedExternally: {
		group: SYSTEM_GROUP,
		label: 'Owned Externally',
		kind: enumeration(['None', 'Other', 'Outlook', 'Google']),
		help: 'External calendar that owns the appointment',
	},
	preferredTZLocationData: {
		group: SYSTEM_GROUP,
		label: 'Preferred Time Zone Data',
		kind: jsonObject,
		help: 'Rules of the preferred time zone as JSON; read-only in SuperOffice',
	},
	rejectCounter: {
		group: SYSTEM_GROUP,
		label: 'Reject Counter',
		kind: integer,
		help: 'Number of invited people who have declined',
	},
	suggestedAppointmentId: {
		group: SYSTEM_GROUP,
		label: 'Suggested Appointment ID',
		kind: integer,
		help: 'ID of the guide item that the appointment was created from',
	},
	...stampFields,
	participants: {
		label: 'Participants',
		kind: participants,
		help: 'Who takes part: the first one organizes, the others are invited. To invite others to your own meeting, add yourself first.',
	},
	recurrence: {
		label: 'Recurrence',
		kind: recurrence,
		help: 'How the appointment repeats; SuperOffice creates one appointment per occurrence',
	},
} satisfies FieldTable;

/** The parameter of an AppointmentEntity property. */
export type AppointmentParameter = keyof typeof appointmentFields;
