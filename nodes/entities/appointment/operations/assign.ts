import { FieldError } from '../../../shared/fields/fieldKind';
import { identifier } from '../../../shared/fields/reference';
import type { FieldTable } from '../../../shared/fields/table';
import type { JsonObject } from '../../../shared/json';
import { optionsForm } from '../../../shared/optionsForm';
import { outputOptions } from '../../../shared/output';
import { expectRecord } from '../../../shared/transport/expectedBody';
import type { Operation } from '../../../crud/operation';
import { callAgent } from '../../../crud/agent';
import { readUpdateMode, UPDATE_MODE } from '../series/updateMode';
import { readResponseOptions } from '../../../crud/responseOptions';
import { operationFieldsForm, readOperationFields } from '../../../crud/operationFields';
import { lockTarget, targetControl } from '../../../crud/target';

const fields = {
	assignTo: {
		label: 'Assign To',
		kind: identifier({ method: 'diaryOwner' }),
		help: 'The user or resource that receives the appointment',
	},
} satisfies FieldTable;

const ASSIGN_TO_REF = { parameter: 'assignTo', label: fields.assignTo.label };

/** The appointment agent's AssignTo. */
export const assign: Operation = {
	label: 'Assign',
	action: 'Assign appointment',
	description: 'Assign an appointment to another user or resource',
	properties: (entity) => [
		targetControl(entity),
		...operationFieldsForm(fields),
		UPDATE_MODE,
		optionsForm(...outputOptions),
	],
	async execute(call) {
		const { options, output } = readResponseOptions(call);
		const AppointmentId = await lockTarget(call, options);
		const { AssignTo } = await readOperationFields(call, options, fields);
		if (Number(AssignTo) < 1)
			throw new FieldError(ASSIGN_TO_REF, 'nobody is chosen', fields.assignTo.help);
		const body = {
			AppointmentId,
			Participant: { AssociateId: AssignTo },
			UpdateMode: readUpdateMode(call, UPDATE_MODE),
		};
		const assigned = await callAgent(
			call,
			options,
			'AssignTo',
			expectRecord('AppointmentId', AppointmentId),
			body,
			output.query,
		);
		return await output.shape(assigned as JsonObject);
	},
};
