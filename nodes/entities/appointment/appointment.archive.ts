import type { EntityArchive } from '../entity';

export const appointmentArchive: EntityArchive = {
	name: 'FindAppointment',
	key: 'appointmentId',
	customFields: 'appointmentUdef',
	columns: [
		'appointmentId',
		'text',
		'date',
		'endDate',
		'task',
		'associate/fullName',
		'contact/name',
		'person/fullName',
		'completed',
	],
	period: { start: 'date', end: 'endDate' },
	groupColumn: 'recurrenceRuleId',
	// Type is everywhere else what SuperOffice's entity calls so: the diary or the checklist.
	renamedColumns: { type: { name: 'task', label: 'Task' } },
};
