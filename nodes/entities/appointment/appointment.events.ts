import uniq from 'lodash/uniq';

import { wireName } from '../../shared/fields/table';
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

/** The parameters of the properties that an event can name as changed, once each. */
export const CHANGEABLE: AppointmentParameter[] = uniq(Object.values(PROPERTIES));

/** Changed columns by the names of the properties, such as `StartDate`; unknown ones as they are. */
export const propertiesOf = (columns: string[]): string[] =>
	uniq(
		columns.map((column) =>
			Object.hasOwn(PROPERTIES, column) ? wireName(PROPERTIES[column]) : column,
		),
	);
