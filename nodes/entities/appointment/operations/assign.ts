import { FieldError } from '../../../shared/fields/kind';
import { identifier } from '../../../shared/fields/reference';
import type { FieldTable } from '../../../shared/fields/table';
import type { JsonObject } from '../../../shared/json';
import { optionsProperty } from '../../../shared/optionsForm';
import { outputForm } from '../../../shared/output';
import { recordOf } from '../../../shared/transport/expected';
import type { Operation } from '../../../crud/operation';
import { callAgent } from '../../../crud/agent';
import { readUpdateMode, UPDATE_MODE } from '../series/updateMode';
import { readOutcome } from '../../../crud/responseOptions';
import { ownForm, readOwn } from '../../../crud/ownFields';
import { readTarget, target } from '../../../crud/target';

const fields = {
	assignTo: {
		label: 'Assign To',
		kind: identifier({ method: 'diaryOwner' }),
		help: 'The user or resource into whose diary it goes',
	},
} satisfies FieldTable;

const SPOT = { parameter: 'assignTo', label: fields.assignTo.label };

/** The appointment agent's AssignTo. */
export const assign: Operation = {
	label: 'Assign',
	action: 'Assign an appointment',
	description: 'Hand an appointment over to another user or a resource',
	properties: (entity) => [
		target(entity),
		...ownForm(fields),
		UPDATE_MODE,
		...outputForm(entity),
		optionsProperty,
	],
	async execute(call) {
		const { options, output } = readOutcome(call);
		const AppointmentId = await readTarget(call, options);
		const { AssignTo } = await readOwn(call, options, fields);
		if (Number(AssignTo) < 1) throw new FieldError(SPOT, 'names nobody', fields.assignTo.help);
		const body = {
			AppointmentId,
			Participant: { AssociateId: AssignTo },
			UpdateMode: readUpdateMode(call, UPDATE_MODE),
		};
		const assigned = await callAgent(
			call,
			options,
			'AssignTo',
			recordOf('AppointmentId', AppointmentId),
			body,
			output.query,
		);
		return await output.shape(assigned as JsonObject);
	},
};
