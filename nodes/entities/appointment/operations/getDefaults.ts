import cloneDeep from 'lodash/cloneDeep';

import { FieldError } from '../../../shared/fields/kind';
import { ungrouped, type FieldTable } from '../../../shared/fields/table';
import type { JsonObject } from '../../../shared/json';
import { optionsProperty } from '../../../shared/optionsForm';
import { outputForm } from '../../../shared/output';
import type { Operation } from '../../../crud/operation';
import { appointmentFields } from '../appointment.fields';
import { requestFor, TASK_TYPES } from '../appointment.defaults';
import { readOutcome } from '../../../crud/responseOptions';
import { ownForm, readOwn } from '../../../crud/ownFields';
import { ownerField, ownerForm } from '../owner';

const type = { type: ungrouped(appointmentFields.type) } satisfies FieldTable;
const fields = { ...type, ...ownerField };

/** The appointment agent's CreateDefaultAppointmentEntityByType or …ByTypeAndAssociate. */
export const getDefaults: Operation = {
	label: 'Get Defaults',
	action: 'Get the defaults of appointments',
	description: 'Get what a new appointment of a type and owner starts with, without saving one',
	properties: (entity) => [...ownForm(type), ...ownerForm, ...outputForm(entity), optionsProperty],
	async execute(call) {
		const { options, output } = readOutcome(call);
		const { headers, timeout } = options;
		const given = await readOwn(call, options, fields, ['type']);
		if (!Object.hasOwn(TASK_TYPES, String(given.Type))) {
			const spot = { parameter: 'type', label: type.type.label };
			const advice = `Use one of: ${Object.keys(TASK_TYPES).join(', ')}.`;
			throw new FieldError(spot, `there are no defaults for ${String(given.Type)}`, advice);
		}
		const request = { ...requestFor(given), query: output.query, headers, timeout };
		// Items must not share what a later node may change.
		return await output.shape(cloneDeep(await call.lookUp(request)) as JsonObject);
	},
};
