import type { INodeProperties } from 'n8n-workflow';

import { locator } from '../../shared/fields/locator';
import type { EntityEvents } from '../entityEvents';
import type { AppointmentParameter } from './appointment.fields';

/**
 * The properties of an appointment by the columns of the table `appointment`, as events name what has
 * changed (SuperOffice's database reference; that user-defined fields show as the numbers of their rows
 * is a guess). Columns that are no property are left out.
 */
const PROPERTIES: Record<string, AppointmentParameter> = {
	activeDate: 'activeDate',
	activeLinks: 'activeLinks',
	agenda_text_id: 'agenda',
	alarm: 'alarmLeadTime',
	alldayEvent: 'isAlldayEvent',
	appointment_id: 'appointmentId',
	assignedBy: 'assignedBy',
	associate_id: 'associate',
	cautionWarning: 'cautionWarning',
	centralservice_videomeet_id: 'centralserviceVideomeetId',
	color_index: 'colorIndex',
	contact_id: 'contact',
	do_by: 'startDate',
	endDate: 'endDate',
	external_participants: 'participants',
	freeBusy: 'isFree',
	hasAlarm: 'hasAlarm',
	internal_notes_text_id: 'internalNotes',
	invitedPersonId: 'invitedPerson',
	isMilestone: 'isMileStone',
	join_videomeet_url: 'joinVideomeetUrl',
	lagTime: 'lagTime',
	leadtime: 'leadTime',
	location: 'location',
	mother_associate_id: 'motherAssociate',
	mother_id: 'motherId',
	owned_externally: 'ownedExternally',
	person_id: 'person',
	preferredTZLocation: 'preferredTZLocation',
	priority_idx: 'priority',
	private: 'private',
	project_id: 'project',
	recurrenceRuleId: 'recurrence',
	registered: 'createdDate',
	registered_associate_id: 'createdBy',
	rejectCounter: 'rejectCounter',
	rejectReason: 'rejectReason',
	sale_id: 'sale',
	status: 'completed',
	suggestedAppointmentId: 'suggestedAppointmentId',
	task_idx: 'task',
	text_id: 'title',
	type: 'type',
	updated: 'updatedDate',
	updated_associate_id: 'updatedBy',
	userdef_id: 'customFields',
	userdef2_id: 'customFields',
};

/** Documents by the values of the column `type` (SuperOffice's enum AppointmentType). */
const DOCUMENT_NUMBERS = [4, 5, 8, 9];
const DOCUMENT_TYPES = ['Document', 'SavedReport', 'MergeDraft', 'MergeFinal'];

/** A copy names the appointment that it is one of as its mother, which names itself. */
const isCopyOf = (motherId: number | undefined, id: number) =>
	motherId === undefined ? undefined : motherId !== 0 && motherId !== id;

const CONTACT: INodeProperties = {
	displayName: 'Company',
	name: 'contact',
	...locator('contact', {
		modes: [{ displayName: 'By ID', name: 'id', type: 'string', placeholder: 'e.g. 42' }],
	}),
	description: 'The company that the appointment is with',
};

const OWNERS: INodeProperties = {
	displayName: 'Owner Names or IDs',
	name: 'owners',
	type: 'multiOptions',
	typeOptions: { loadOptionsMethod: 'getOwners' },
	default: [],
	description:
		'The appointment must be in the diary of one of these owners. Choose from the list, or specify IDs using an <a href="https://docs.n8n.io/code/expressions/">expression</a>.',
};

const TASKS: INodeProperties = {
	displayName: 'Task Names or IDs',
	name: 'tasks',
	type: 'multiOptions',
	typeOptions: { loadOptionsMethod: 'getTasks' },
	default: [],
	description:
		'The appointment must be one of these kinds of activity. Choose from the list, or specify IDs using an <a href="https://docs.n8n.io/code/expressions/">expression</a>.',
};

const ORGANIZER_COPY_ONLY: INodeProperties = {
	displayName: 'Organizer Copy Only',
	name: 'organizerCopyOnly',
	type: 'boolean',
	default: false,
	description:
		"Whether to return only the organizer's copy of a meeting; the copies in the participants' diaries, and the answers that change them, are then ignored",
};

const INCLUDE_DOCUMENTS: INodeProperties = {
	displayName: 'Include Documents',
	name: 'includeDocuments',
	type: 'boolean',
	default: false,
	description: 'Whether to return documents, too, which SuperOffice also stores as appointments',
};

/** SuperOffice calls appointments activities in its events. */
export const appointmentEvents: EntityEvents = {
	name: 'activity',
	columns: PROPERTIES,
	ids: [
		{
			name: 'AssociateId',
			databaseColumn: 'associate_id',
			property: ['Associate', 'AssociateId'],
			archiveColumn: 'associate/associateDbId',
		},
		{
			name: 'ContactId',
			databaseColumn: 'contact_id',
			property: ['Contact', 'ContactId'],
			archiveColumn: 'contactId',
		},
		{ name: 'DocumentId', databaseColumn: 'document_id' },
		{ name: 'MotherId', databaseColumn: 'mother_id', property: ['MotherId'] },
		{
			name: 'PersonId',
			databaseColumn: 'person_id',
			property: ['Person', 'PersonId'],
			archiveColumn: 'personId',
		},
		{
			name: 'ProjectId',
			databaseColumn: 'project_id',
			property: ['Project', 'ProjectId'],
			archiveColumn: 'projectId',
		},
		{
			name: 'SaleId',
			databaseColumn: 'sale_id',
			property: ['Sale', 'SaleId'],
			archiveColumn: 'saleId',
		},
		{ name: 'TaskId', databaseColumn: 'task_idx', property: ['Task', 'TaskListItemId'] },
	],
	filters: [
		{ control: CONTACT, id: 'ContactId', term: (ids) => `contactId oneOf (${ids})` },
		{ control: OWNERS, id: 'AssociateId', term: (ids) => `associateId associateIsOneOf (${ids})` },
		{ control: TASKS, id: 'TaskId', term: (ids) => `type oneOf (${ids})` },
	],
	switches: [
		{ control: ORGANIZER_COPY_ONLY, flag: 'isCopy', suppressWhen: true, inPolling: true },
		{ control: INCLUDE_DOCUMENTS, flag: 'isDocument', suppressWhen: false, inPolling: false },
	],
	flagProperties: ['Type', 'MotherId'],
	flagsFromRow(row, { DocumentId, MotherId }, key) {
		const hasDocument = DocumentId === undefined ? undefined : DocumentId > 0;
		const isDocument =
			hasDocument || ('type' in row ? DOCUMENT_NUMBERS.includes(Number(row.type)) : hasDocument);
		return { isDocument, isCopy: isCopyOf(MotherId, key) };
	},
	flagsFromRecord: ({ Type, MotherId }, key) => ({
		isDocument: DOCUMENT_TYPES.includes(String(Type)),
		isCopy: isCopyOf(Number(MotherId ?? 0), key),
	}),
	// Leaves out the entries that documents have among the appointments.
	conditions: [
		{
			columns: ['rawType'],
			matches: ({ rawType }) => !DOCUMENT_NUMBERS.includes(Number(rawType)),
		},
	],
	created: 'registeredDate',
	updated: 'updatedDate',
};
