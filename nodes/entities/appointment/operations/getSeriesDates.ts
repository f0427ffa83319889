import type { FieldTable } from '../../../shared/fields/table';
import { readOptions } from '../../../shared/options';
import { optionsProperty } from '../../../shared/optionsForm';
import type { Operation } from '../../../crud/operation';
import { appointmentFields } from '../appointment.fields';
import { settle } from '../appointment.rules';
import { seriesDatesOf } from '../conflicts/conflicts';
import { ownForm, readOwn } from '../../../crud/ownFields';
import { inBaseZone } from '../series/seriesZone';
import { ownerField, ownerForm } from '../owner';

const { startDate, endDate, recurrence } = appointmentFields;

const times = { startDate, endDate } satisfies FieldTable;
const rule = { recurrence } satisfies FieldTable;
const fields = { ...times, ...ownerField, ...rule };

/** The appointment agent's CalculateDays. */
export const getSeriesDates: Operation = {
	label: 'Get Series Dates',
	action: 'Get the dates of a series that is not saved',
	description: 'Get the dates that a recurrence gives, and which conflict, without saving it',
	properties: [...ownForm(times), ...ownerForm, ...ownForm(rule), optionsProperty],
	async execute(call) {
		const options = readOptions(call.read, call.workflowZone);
		const given = await readOwn(call, options, fields, ['startDate', 'recurrence']);
		settle(given, options.zone);
		const entity = await inBaseZone(call, options, given);
		const dates = await seriesDatesOf(call, options, entity);
		return dates.map((date) => ({ ...date }));
	},
};
