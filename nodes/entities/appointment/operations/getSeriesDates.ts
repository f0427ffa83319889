import type { FieldTable } from '../../../shared/fields/table';
import { readOptions } from '../../../shared/options';
import { optionsForm } from '../../../shared/optionsForm';
import type { Operation } from '../../../crud/operation';
import { appointmentFields } from '../appointment.fields';
import { normalizeTimes } from '../appointment.rules';
import { findSeriesDates } from '../conflicts/conflicts';
import { operationFieldsForm, readOperationFields } from '../../../crud/operationFields';
import { toBaseZone } from '../series/seriesZone';
import { ownerField, ownerForm } from '../owner';

const { startDate, endDate, recurrence } = appointmentFields;

const times = { startDate, endDate } satisfies FieldTable;
const rule = { recurrence } satisfies FieldTable;
const fields = { ...times, ...ownerField, ...rule };

/** The appointment agent's CalculateDays. */
export const getSeriesDates: Operation = {
	label: 'Get Series Dates',
	action: 'Get series dates',
	description: 'Retrieve the dates of a recurrence and their conflicts, without saving anything',
	properties: [
		...operationFieldsForm(times),
		...ownerForm,
		...operationFieldsForm(rule),
		optionsForm(),
	],
	async execute(call) {
		const options = readOptions(call.read, call.workflowZone);
		const given = await readOperationFields(call, options, fields, ['startDate', 'recurrence']);
		normalizeTimes(given, options.zone);
		const entity = await toBaseZone(call, options, given);
		const dates = await findSeriesDates(call, options, entity);
		return dates.map((date) => ({ ...date }));
	},
};
