import type { EntityArchive } from '../entity';

/** AppointmentType by its numbers in the database (SuperOffice's documentation of the table `appointment`). */
const TYPES = [
	...['Unknown', 'inDiary', 'inChecklist', 'Note', 'Document', 'SavedReport'],
	...['BookingForDiary', 'BookingForChecklist', 'MergeDraft', 'MergeFinal'],
];

/** AppointmentStatus of a started one. That invitations, which have others, are not started is a guess. */
const STARTED = 2;

/** The columns of FindAppointment (SuperOffice's reference of archive providers). */
export const appointmentArchive: EntityArchive = {
	name: 'FindAppointment',
	key: 'appointmentId',
	customFields: 'appointmentUdef',
	filterExample: "location begins 'Oslo' or isMilestone set true",
	properties: {
		AppointmentId: 'appointmentId',
		Title: 'appointment/title',
		StartDate: 'date',
		EndDate: 'endDate',
		Type: { columns: ['rawType'], value: ({ rawType }) => TYPES[Number(rawType)] },
		'Task/Value': 'type',
		'Associate/AssociateId': 'associate/associateDbId',
		'Associate/Name': 'associateId',
		'Associate/FullName': 'associate/fullName',
		'Contact/ContactId': 'contact/contactId',
		'Contact/Name': 'contact/name',
		'Person/PersonId': 'person/personId',
		'Person/FullName': 'person/fullName',
		Completed: {
			columns: ['completed', 'rawStatus'],
			value({ completed, rawStatus }) {
				if (completed === true) return 'Completed';
				if (completed !== false || rawStatus === undefined) return undefined;
				return Number(rawStatus) === STARTED ? 'Started' : 'NotStarted';
			},
		},
		Location: 'location',
		Agenda: 'appointment/agenda',
		InternalNotes: 'appointment/internalNotes',
		Description: 'appointment/description',
		'Priority/Value': 'priority',
		'Project/ProjectId': 'projectId',
		'Project/Name': 'project/name',
		'Sale/SaleId': 'saleId',
		'Sale/Title': 'sale/heading',
		HasAlarm: 'alarm',
		IsFree: 'isFree',
		IsMileStone: 'isMilestone',
		JoinVideomeetUrl: 'joinVideomeetUrl',
		'InvitedPerson/PersonId': 'invitedPersonId',
		CreatedDate: 'registeredDate',
		'CreatedBy/Name': 'registeredBy',
		UpdatedDate: 'updatedDate',
		'UpdatedBy/Name': 'updatedBy',
	},
	period: { start: 'date', end: 'endDate' },
	groupColumn: 'recurrenceRuleId',
	otherColumns: [
		...['completedDate', 'icon', 'recordType', 'recordTypeText'],
		...['userGroup', 'recurring', 'recurrenceRuleId', 'booking', 'cautionWarning'],
		...['visibleInDiary', 'skipTentativeAndRejectedRestriction'],
	],
	wordColumns: ['text', 'time', 'endTime'],
	marks: ['rawType', 'rawStatus', 'recordType', 'recurrenceRuleId', 'registeredDate'],
	joined: [
		...['appointment', 'associate', 'contact', 'person', 'project', 'sale'],
		...['registeredBy', 'updatedBy'],
	],
};
