import type { INodeProperties } from 'n8n-workflow';

import { isTurnedOn } from '../shared/fields/parameterRef';
import type { Json } from '../shared/json';
import { optionsForm } from '../shared/optionsForm';
import { outputOptions } from '../shared/output';
import type { Operation } from './operation';
import { patchRecord } from './record';
import { readResponseOptions } from './responseOptions';
import { lockTarget, targetControl } from './target';

const COMPLETED: INodeProperties = {
	displayName: 'Completed',
	name: 'completed',
	type: 'boolean',
	default: true,
	description: 'Whether the {record} is completed; turn off to reopen it',
};

/**
 * PATCH /api/v1/{entity}/{id} with Completed alone.
 * @param completed its value for a completed record
 * @param open its value for any other
 */
export const setCompleted = (completed: Json, open: Json): Operation => ({
	label: 'Complete or Reopen',
	action: 'Complete or reopen {record}',
	description: 'Mark {a record} as completed, or reopen it',
	properties: (entity) => [targetControl(entity), COMPLETED, optionsForm(...outputOptions)],
	async execute(call) {
		const { options, output } = readResponseOptions(call);
		const id = await lockTarget(call, options);
		const Completed = isTurnedOn(call.read, COMPLETED) ? completed : open;
		return await output.shape(await patchRecord(call, options, id, { Completed }, output.query));
	},
});
