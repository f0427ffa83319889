import type { INodeProperties } from 'n8n-workflow';

import { isOn } from '../../../shared/fields/parameter';
import { optionsProperty } from '../../../shared/optionsForm';
import { outputForm } from '../../../shared/output';
import type { Operation } from '../../../crud/operation';
import { readOutcome } from '../../../crud/responseOptions';
import { patchRecord } from '../../../crud/record';
import { readTarget, target } from '../../../crud/target';

const COMPLETED: INodeProperties = {
	displayName: 'Completed',
	name: 'completed',
	type: 'boolean',
	default: true,
	description: 'Whether the appointment is completed; off opens it again',
};

/** PATCH /api/v1/Appointment/{id} with Completed alone. */
export const setCompleted: Operation = {
	label: 'Complete or Reopen',
	action: 'Complete or reopen an appointment',
	description: 'Mark an appointment as completed, or open it again',
	properties: (entity) => [target(entity), COMPLETED, ...outputForm(entity), optionsProperty],
	async execute(call) {
		const { options, output } = readOutcome(call);
		const id = await readTarget(call, options);
		const Completed = isOn(call.read, COMPLETED) ? 'Completed' : 'NotStarted';
		return await output.shape(await patchRecord(call, options, id, { Completed }, output.query));
	},
};
