import cloneDeep from 'lodash/cloneDeep';

import { FieldError } from '../../../shared/fields/fieldKind';
import { ungrouped, type FieldTable } from '../../../shared/fields/table';
import type { JsonObject } from '../../../shared/json';
import { optionsForm } from '../../../shared/optionsForm';
import { outputOptions } from '../../../shared/output';
import type { Operation } from '../../../crud/operation';
import { appointmentFields } from '../appointment.fields';
import { TASK_TYPES } from '../appointment.defaults';
import { defaultsRequest } from '../../../crud/body/defaults';
import { readResponseOptions } from '../../../crud/responseOptions';
import { operationFieldsForm, readOperationFields } from '../../../crud/operationFields';
import { ownerField, ownerForm } from '../owner';

const type = { type: ungrouped(appointmentFields.type) } satisfies FieldTable;
const fields = { ...type, ...ownerField };

/** The appointment agent's CreateDefaultAppointmentEntityByType or …ByTypeAndAssociate. */
export const getDefaults: Operation = {
	label: 'Get Defaults',
	action: 'Get defaults of appointment',
	description: 'Retrieve what SuperOffice fills in for a new appointment, without saving one',
	properties: () => [...operationFieldsForm(type), ...ownerForm, optionsForm(...outputOptions)],
	async execute(call) {
		const { options, output } = readResponseOptions(call);
		const { headers, timeout } = options;
		const given = await readOperationFields(call, options, fields, ['type']);
		if (!Object.hasOwn(TASK_TYPES, String(given.Type))) {
			const ref = { parameter: 'type', label: type.type.label };
			const advice = `Use one of: ${Object.keys(TASK_TYPES).join(', ')}.`;
			throw new FieldError(ref, `there are no defaults for ${String(given.Type)}`, advice);
		}
		const request = {
			...defaultsRequest(call.entity, given),
			query: output.query,
			headers,
			timeout,
		};
		// Cloned, as a later node may change the item.
		return await output.shape(cloneDeep(await call.lookUp(request)) as JsonObject);
	},
};
