import type { INodeProperties } from 'n8n-workflow';

import { isOn } from '../../../shared/fields/parameterRef';
import { optionsForm } from '../../../shared/optionsForm';
import { outputOptions } from '../../../shared/output';
import type { Operation } from '../../../crud/operation';
import { readResponseOptions } from '../../../crud/responseOptions';
import { patchRecord } from '../../../crud/record';
import { lockTarget, targetControl } from '../../../crud/target';

const COMPLETED: INodeProperties = {
	displayName: 'Completed',
	name: 'completed',
	type: 'boolean',
	default: true,
	description: 'Whether the appointment is completed; turn off to reopen it',
};

/** PATCH /api/v1/Appointment/{id} with Completed alone. */
export const setCompleted: Operation = {
	label: 'Complete or Reopen',
	action: 'Complete or reopen appointment',
	description: 'Mark an appointment as completed, or reopen it',
	properties: (entity) => [targetControl(entity), COMPLETED, optionsForm(...outputOptions)],
	async execute(call) {
		const { options, output } = readResponseOptions(call);
		const id = await lockTarget(call, options);
		const Completed = isOn(call.read, COMPLETED) ? 'Completed' : 'NotStarted';
		return await output.shape(await patchRecord(call, options, id, { Completed }, output.query));
	},
};
