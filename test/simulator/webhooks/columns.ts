import { pick } from 'lodash';

import { flag, number, words } from '../appointments/reading';
import { ruleOf } from '../appointments/series';
import { isDocument, statusNumber, typeNumber } from '../appointments/states';
import type { Carrier, Value } from '../tenant/carriers';
import { BASE_ZONE, writeDate } from '../engine/dates';

type Read = (row: Carrier) => Value;

const NEVER = '0001-01-01T00:00:00';

/** In the tenant's zone, as the documentation's samples have fresh dates. */
const date =
	(property: string): Read =>
	(row) => {
		const stored = words(property)(row);
		const clock = { zone: BASE_ZONE, withOffset: true, base: BASE_ZONE };
		return stored === NEVER ? NEVER : writeDate(stored, ['StartDate'], clock);
	};

/** A record of another table, which is there when one of the properties is filled: its number is a guess. */
const record =
	(...properties: string[]): Read =>
	(row) =>
		properties.some((property) => words(property)(row) !== '') ? number('AppointmentId')(row) : 0;

const nothing: Read = () => 0;

const PRIVACY = ['Public', 'PrivateUser', 'PrivateGroup'];
const OWNERS = ['None', 'Other', 'Outlook', 'Google'];

/** Documents have numbers of their own; those that tests add to the appointments alone too: a guess. */
export const documentNumber = (row: Carrier): number =>
	isDocument(row) ? number('DocumentId')(row) || number('AppointmentId')(row) + 1000 : 0;

/** The columns of the table `appointment` (database reference), as far as the rows have them. */
const COLUMNS: Record<string, Read> = {
	appointment_id: number('AppointmentId'),
	contact_id: number('Contact', 'ContactId'),
	person_id: number('Person', 'PersonId'),
	associate_id: number('Associate', 'AssociateId'),
	group_idx: number('Associate', 'GroupIdx'),
	registered: date('CreatedDate'),
	registered_associate_id: number('CreatedBy', 'AssociateId'),
	// When it was done is not among the properties.
	done: ({ Completed }) => Completed === 'Completed',
	do_by: date('StartDate'),
	leadtime: words('LeadTime'),
	task_idx: number('Task', 'TaskListItemId'),
	priority_idx: number('Priority', 'Id'),
	type: typeNumber,
	status: statusNumber,
	private: ({ Private }) => PRIVACY.indexOf(String(Private)),
	alarm: words('AlarmLeadTime'),
	text_id: record('Title', 'Description'),
	project_id: number('Project', 'ProjectId'),
	mother_id: number('MotherId'),
	document_id: documentNumber,
	color_index: number('ColorIndex'),
	invitedPersonId: number('InvitedPerson', 'PersonId'),
	activeDate: date('ActiveDate'),
	endDate: date('EndDate'),
	lagTime: words('LagTime'),
	source: nothing,
	userdef_id: nothing,
	userdef2_id: nothing,
	activeLinks: number('ActiveLinks'),
	recurrenceRuleId: ruleOf,
	location: words('Location'),
	alldayEvent: flag('IsAlldayEvent'),
	freeBusy: flag('IsFree'),
	rejectCounter: number('RejectCounter'),
	emailId: nothing,
	rejectReason: words('RejectReason'),
	hasAlarm: flag('HasAlarm'),
	assignedBy: number('AssignedBy', 'AssociateId'),
	preferredTZLocation: number('PreferredTZLocation'),
	sale_id: number('Sale', 'SaleId'),
	suggestedAppointmentId: number('SuggestedAppointmentId'),
	suggestedDocumentId: nothing,
	isMilestone: flag('IsMileStone'),
	join_videomeet_url: words('JoinVideomeetUrl'),
	centralservice_videomeet_id: words('CentralserviceVideomeetId'),
	agenda_text_id: record('Agenda'),
	internal_notes_text_id: record('InternalNotes'),
	modified_appointment_fields: nothing,
	cautionWarning: words('CautionWarning'),
	mother_associate_id: number('MotherAssociate', 'AssociateId'),
	owned_externally: ({ OwnedExternally }) => OWNERS.indexOf(String(OwnedExternally)),
	updated: date('UpdatedDate'),
	updated_associate_id: number('UpdatedBy', 'AssociateId'),
	updatedCount: nothing,
};

/** What each change of a row changes as well. */
const BOOKKEEPING = ['updated', 'updated_associate_id', 'updatedCount'];

/** The columns of a new row. */
export const ALL_COLUMNS = Object.keys(COLUMNS);

/** The columns that differ between two states of a row, but for those that differ each time. */
export function changedColumns(before: Carrier, after: Carrier): string[] {
	return ALL_COLUMNS.filter(
		(name) => !BOOKKEEPING.includes(name) && COLUMNS[name](before) !== COLUMNS[name](after),
	);
}

/** A changed row's columns as payloads list them, after the documentation's sample. */
export const listed = (changed: string[]): string[] => [
	'appointment_id',
	...changed,
	...BOOKKEEPING,
];

/** Columns of a row by their names. */
export function columnsOf(row: Carrier, names: string[]): Carrier {
	const reads = pick(COLUMNS, names);
	return Object.fromEntries(Object.entries(reads).map(([name, read]) => [name, read(row)]));
}
