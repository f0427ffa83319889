import { FieldError } from '../../../shared/fields/fieldKind';
import { ungrouped, type FieldTable } from '../../../shared/fields/table';
import { optionsForm } from '../../../shared/optionsForm';
import { outputOptions } from '../../../shared/output';
import type { Operation } from '../../../crud/operation';
import { appointmentFields } from '../appointment.fields';
import { TASK_TYPES } from '../appointment.defaults';
import { getDefaults as ofAnyRecord, readDefaults } from '../../../crud/getDefaults';
import { readResponseOptions } from '../../../crud/responseOptions';
import { operationFieldsForm, readOperationFields } from '../../../crud/operationFields';
import { ownerField, ownerForm } from '../owner';

const type = { type: ungrouped(appointmentFields.type) } satisfies FieldTable;
const fields = { ...type, ...ownerField };

/** The appointment agent's CreateDefaultAppointmentEntityByType or …ByTypeAndAssociate. */
export const getDefaults: Operation = {
	...ofAnyRecord,
	properties: () => [...operationFieldsForm(type), ...ownerForm, optionsForm(...outputOptions)],
	async execute(call) {
		const responseOptions = readResponseOptions(call);
		const { options } = responseOptions;
		const given = await readOperationFields(call, options, fields, ['type']);
		if (!Object.hasOwn(TASK_TYPES, String(given.Type))) {
			const ref = { parameter: 'type', label: type.type.label };
			const advice = `Use one of: ${Object.keys(TASK_TYPES).join(', ')}.`;
			throw new FieldError(ref, `there are no defaults for ${String(given.Type)}`, advice);
		}
		return await readDefaults(call, responseOptions, given);
	},
};
