import { appointment } from '../../../nodes/entities/appointment/appointment.entity';
import { appointmentEvents } from '../../../nodes/entities/appointment/appointment.events';
import { changeableFields } from '../../../nodes/events/eventFilterForm';
import { propertiesOfColumns } from '../../../nodes/events/eventOutput';
import { ALL_COLUMNS } from '../../simulator/webhooks/columns';
import { parameters } from '../../cases';

it('names columns as the properties that they are, once each, and others as they are', () => {
	expect(
		propertiesOfColumns(appointmentEvents, [
			'do_by',
			'associate_id',
			'task_idx',
			'userdef_id',
			'userdef2_id',
		]),
	).toEqual(['StartDate', 'Associate', 'Task', 'CustomFields']);
	expect(propertiesOfColumns(appointmentEvents, ['updatedCount', 'constructor'])).toEqual([
		'updatedCount',
		'constructor',
	]);
});

it('knows the columns of the table but for those that are no property', () => {
	const unknown = ALL_COLUMNS.filter(
		(column) => propertiesOfColumns(appointmentEvents, [column])[0] === column,
	);
	expect(unknown.sort()).toEqual([
		'document_id',
		'done',
		'emailId',
		'group_idx',
		'modified_appointment_fields',
		'source',
		'suggestedDocumentId',
		'updatedCount',
	]);
});

it('names properties of the table alone', () => {
	const names: string[] = parameters;
	expect(
		changeableFields(appointment).filter((name) => !names.some((one) => one === name)),
	).toEqual([]);
});
