import { boolean } from '../../shared/fields/boolean';
import { anyDateTime, dateTime } from '../../shared/fields/dateTime';
import { dictionary } from '../../shared/fields/dictionary';
import { duration } from '../../shared/fields/duration';
import { enumeration } from '../../shared/fields/enumeration';
import { jsonObject } from '../../shared/fields/jsonObject';
import { integer } from '../../shared/fields/number';
import { identifier, reference, suggestedText } from '../../shared/fields/reference';
import type { FieldRow, GroupTable } from '../../shared/fields/table';
import { longText, text } from '../../shared/fields/text';
import { invitationStatus, participants } from './participants/participants.fields';
import { recurrence } from './series/recurrence.fields';
import { links, visibleFor } from '../../shared/carriers';

const associate = reference('AssociateId', 'FullName', { method: 'diaryOwner' });

/** The form's groups, by parameter name. */
export const appointmentGroups = {
	details: 'Details',
	timeAndAlarm: 'Time and Alarm',
	linkedRecords: 'Linked Records',
	booking: 'Booking',
	publishing: 'Visibility and Publishing',
	videoMeeting: 'Video Meeting',
	customData: 'Custom Fields',
	systemFields: 'Fields SuperOffice Sets Itself',
} satisfies GroupTable;

interface AppointmentRow extends FieldRow {
	group?: keyof typeof appointmentGroups;
}

/**
 * THE table: one row per property of SuperOffice's AppointmentEntity, in the order of the form.
 * The property's name is the row's name with an upper-case first letter
 * (https://docs.superoffice.com, reference of POST /api/v1/Appointment).
 */
export const appointmentFields = {
	title: {
		label: 'Title',
		kind: text,
		help: 'What the diary shows for the appointment',
		placeholder: 'e.g. Quarterly review',
	},
	startDate: {
		label: 'Start',
		kind: dateTime,
		help: "When it starts, in the workflow's time zone unless the value carries an offset",
	},
	endDate: {
		label: 'End',
		kind: dateTime,
		help: 'When it ends; for a to-do, the deadline; for an all-day appointment, its last day',
	},

	agenda: {
		group: 'details',
		label: 'Agenda',
		kind: longText,
		help: 'Text that all participants see, external ones too',
	},
	colorIndex: {
		group: 'details',
		label: 'Color Index',
		kind: integer,
		help: 'Color of the appointment, used in Japanese versions only; others take it from the task',
	},
	completed: {
		group: 'details',
		label: 'Completed',
		kind: enumeration(['NotStarted', 'Started', 'Completed', 'Unknown']),
		help: 'How far the activity has come',
	},
	description: {
		group: 'details',
		label: 'Description',
		kind: longText,
		help: 'Older text field that can overlap with Title; prefer Title and Agenda',
	},
	internalNotes: {
		group: 'details',
		label: 'Internal Notes',
		kind: longText,
		help: 'Text that external participants do not receive',
	},
	isMileStone: {
		group: 'details',
		label: 'Is Milestone',
		kind: boolean,
		help: "Whether it is a milestone in the project's plan",
	},
	location: {
		group: 'details',
		label: 'Location',
		kind: text,
		help: 'Where it takes place; left out, an invited room fills it in',
	},
	priority: {
		group: 'details',
		label: 'Priority',
		kind: reference('Id', 'Value', { method: 'priority' }),
		help: "One of the tenant's priorities",
	},
	task: {
		group: 'details',
		label: 'Task',
		kind: reference('TaskListItemId', 'Value', { method: 'task' }),
		help: "The kind of activity, such as a meeting or a phone call, from the tenant's list",
	},
	type: {
		group: 'details',
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
		help: 'Where it is shown; choose the diary or the checklist, SuperOffice sets the others',
	},

	alarmLeadTime: {
		group: 'timeAndAlarm',
		label: 'Alarm Lead Time',
		kind: duration,
		help: 'Minutes before the start at which the alarm goes off; it turns the alarm on, unless Has Alarm is set as well',
	},
	hasAlarm: {
		group: 'timeAndAlarm',
		label: 'Has Alarm',
		kind: boolean,
		help: 'Whether an alarm goes off before the start',
	},
	isAlldayEvent: {
		group: 'timeAndAlarm',
		label: 'Is All-Day Event',
		kind: boolean,
		help: 'Whether it fills whole days, from the day of Start to the day of End, both included',
	},
	isFree: {
		group: 'timeAndAlarm',
		label: 'Is Free',
		kind: boolean,
		help: 'Whether the owner counts as free during the appointment; off means busy',
	},
	lagTime: {
		group: 'timeAndAlarm',
		label: 'Lag Time',
		kind: duration,
		help: 'Minutes blocked after the end, for travel and the like',
	},
	leadTime: {
		group: 'timeAndAlarm',
		label: 'Lead Time',
		kind: duration,
		help: 'Minutes blocked before the start, for travel and the like',
	},
	preferredTZLocation: {
		group: 'timeAndAlarm',
		label: 'Preferred Time Zone',
		kind: identifier({ method: 'timeZone' }),
		help: 'The time zone in which SuperOffice keeps the appointment; number 0 is none',
	},

	associate: {
		group: 'linkedRecords',
		label: 'Owner',
		kind: associate,
		help: 'The user or resource whose diary it is in; left out, the first participant, or the user of the credential',
		hint: 'If this is not the user of the credential, SuperOffice invites the user of the credential, too',
	},
	contact: {
		group: 'linkedRecords',
		label: 'Company',
		kind: reference('ContactId', 'Name', { method: 'contact' }),
		help: "The company that the appointment is with, SuperOffice's contact",
	},
	links: {
		group: 'linkedRecords',
		label: 'Links',
		kind: links,
		help: 'Further records that the appointment points to',
	},
	person: {
		group: 'linkedRecords',
		label: 'Person',
		kind: reference('PersonId', 'FullName', { method: 'person', within: 'Contact.ContactId' }),
		help: 'The contact person, who has to belong to the company',
	},
	project: {
		group: 'linkedRecords',
		label: 'Project',
		kind: reference('ProjectId', 'Name', { method: 'project' }),
		help: 'The project that the appointment belongs to',
	},
	sale: {
		group: 'linkedRecords',
		label: 'Sale',
		kind: reference('SaleId', 'Title', { method: 'sale' }),
		help: 'The sale that the appointment belongs to',
	},

	participants: {
		label: 'Participants',
		kind: participants,
		help: 'Who takes part, the one who invites first; the user of the credential takes part only when listed',
	},
	recurrence: {
		label: 'Recurrence',
		kind: recurrence,
		help: 'How the appointment repeats; SuperOffice makes one appointment per occurrence',
	},

	assignedBy: {
		group: 'booking',
		label: 'Assigned By',
		kind: associate,
		help: 'Who assigned the appointment to its owner',
	},
	assignmentStatus: {
		group: 'booking',
		label: 'Assignment Status',
		kind: enumeration(['None', 'Assigning', 'Seen', 'Declined', 'Unknown']),
		help: 'State of handing the appointment to another user',
	},
	bookingType: {
		group: 'booking',
		label: 'Booking Type',
		kind: enumeration(['None', 'Owner', 'Participant', 'Unknown']),
		help: 'The role of this appointment in a booking',
	},
	invitationStatus: {
		group: 'booking',
		label: 'Invitation Status',
		kind: invitationStatus,
		help: 'State of the invitation that this appointment is',
	},
	invitedPerson: {
		group: 'booking',
		label: 'Invited Person',
		kind: reference('PersonId', 'FullName', { method: 'person' }),
		help: 'Who this copy of a booking invites; to invite people, use Participants',
	},
	motherAssociate: {
		group: 'booking',
		label: 'Mother Associate',
		kind: associate,
		help: 'Owner of the appointment that this one is an invitation to',
	},
	motherId: {
		group: 'booking',
		label: 'Mother ID',
		kind: integer,
		help: 'Number of the appointment that this one is an invitation to; 0 for an ordinary one',
	},
	rejectReason: {
		group: 'booking',
		label: 'Reject Reason',
		kind: suggestedText('rejectReason', 'e.g. On holiday'),
		help: 'Why the invitation or assignment was rejected',
	},

	isPublished: {
		group: 'publishing',
		label: 'Is Published',
		kind: boolean,
		help: 'Whether the appointment is published, for instance to the customer portal',
	},
	private: {
		group: 'publishing',
		label: 'Private',
		kind: enumeration(['Public', 'PrivateUser', 'PrivateGroup'], {
			PrivateUser: 'Private to the Owner',
			PrivateGroup: "Private to the Owner's Group",
		}),
		help: 'Older setting of who sees it; prefer Visible For and do not set both',
	},
	publishEventDate: {
		group: 'publishing',
		label: 'Publish Event Date',
		kind: anyDateTime,
		help: 'Date of the published event',
	},
	publishFrom: {
		group: 'publishing',
		label: 'Publish From',
		kind: anyDateTime,
		help: 'First moment of the publication, included',
	},
	publishTo: {
		group: 'publishing',
		label: 'Publish To',
		kind: anyDateTime,
		help: 'Last moment of the publication, included',
	},
	visibleFor: {
		group: 'publishing',
		label: 'Visible For',
		kind: visibleFor,
		help: 'The users and groups who may see the appointment',
	},

	centralserviceVideomeetId: {
		group: 'videoMeeting',
		label: 'Video Meeting ID',
		kind: text,
		help: "The reservation's ID in SuperOffice's video meeting service",
	},
	joinVideomeetUrl: {
		group: 'videoMeeting',
		label: 'Video Meeting URL',
		kind: text,
		help: 'Address at which participants join the video meeting',
		placeholder: 'e.g. https://meet.example.com/42',
	},

	customFields: {
		group: 'customData',
		label: 'Custom Fields',
		kind: dictionary,
		help: 'User-defined fields by ProgId or SuperOffice:number, and extra fields by x_name',
	},
	extraFields: {
		group: 'customData',
		label: 'Extra Fields (Deprecated)',
		kind: dictionary,
		help: 'Extra fields alone; SuperOffice recommends Custom Fields instead',
	},
	userDefinedFields: {
		group: 'customData',
		label: 'User-Defined Fields (Deprecated)',
		kind: dictionary,
		help: 'User-defined fields alone; SuperOffice recommends Custom Fields instead',
	},

	activeDate: {
		group: 'systemFields',
		label: 'Active Date',
		kind: anyDateTime,
		help: 'The date by which SuperOffice searches and shows it; it follows Start',
	},
	activeLinks: {
		group: 'systemFields',
		label: 'Active Links',
		kind: integer,
		help: 'Number of links to sales, documents and appointments',
	},
	appointmentId: {
		group: 'systemFields',
		label: 'Appointment ID',
		kind: integer,
		help: 'Number of the appointment; 0 is a new one',
		hint: 'Any other number than 0 makes SuperOffice save over that appointment instead of creating one',
	},
	cautionWarning: {
		group: 'systemFields',
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
		help: 'A problem that SuperOffice sees with the appointment',
	},
	createdBy: {
		group: 'systemFields',
		label: 'Created By',
		kind: associate,
		help: 'Who created it; read-only in SuperOffice',
	},
	createdDate: {
		group: 'systemFields',
		label: 'Created Date',
		kind: anyDateTime,
		help: 'When it was created',
	},
	hasConflict: {
		group: 'systemFields',
		label: 'Has Conflict',
		kind: boolean,
		help: "Whether it overlaps with another appointment in the owner's diary; read-only in SuperOffice",
	},
	ownedExternally: {
		group: 'systemFields',
		label: 'Owned Externally',
		kind: enumeration(['None', 'Other', 'Outlook', 'Google']),
		help: 'The outside calendar that owns the appointment',
	},
	preferredTZLocationData: {
		group: 'systemFields',
		label: 'Preferred Time Zone Data',
		kind: jsonObject,
		help: 'Rules of the preferred time zone as a JSON object; read-only in SuperOffice',
	},
	rejectCounter: {
		group: 'systemFields',
		label: 'Reject Counter',
		kind: integer,
		help: 'How many of the invited have declined',
	},
	suggestedAppointmentId: {
		group: 'systemFields',
		label: 'Suggested Appointment ID',
		kind: integer,
		help: 'Number of the guide item that the appointment was made from',
	},
	updatedBy: {
		group: 'systemFields',
		label: 'Updated By',
		kind: associate,
		help: 'Who changed it last',
	},
	updatedDate: {
		group: 'systemFields',
		label: 'Updated Date',
		kind: anyDateTime,
		help: 'When it was changed last',
	},
} satisfies Record<string, AppointmentRow>;

/** The parameter of an AppointmentEntity property. */
export type AppointmentParameter = keyof typeof appointmentFields;
