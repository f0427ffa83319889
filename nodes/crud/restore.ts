import type { JsonObject } from '../shared/json';
import { optionsForm } from '../shared/optionsForm';
import { outputOptions } from '../shared/output';
import { callAgent } from './agent';
import type { Operation } from './operation';
import { readBackAndShape, readResponseOptions } from './responseOptions';
import { lockTarget, targetControl } from './target';

/**
 * A call of the agent that takes a record out of the recycle bin, and answers nothing.
 * @param method such as `Undelete`
 * @param body of the call for a number
 */
export const restoreBy = (method: string, body: (id: number) => JsonObject): Operation => ({
	label: 'Restore',
	action: 'Restore {record}',
	description: 'Take {a record} out of the recycle bin',
	properties: (entity) => [
		{
			...targetControl(entity),
			description: `The {record} by its ID (${entity.id}); the list does not show what was deleted`,
		},
		optionsForm(...outputOptions),
	],
	async execute(call) {
		const responseOptions = readResponseOptions(call);
		const id = await lockTarget(call, responseOptions.options);
		await callAgent(call, responseOptions.options, method, 'nothing', body(id));
		return await readBackAndShape(call, responseOptions, id, 'restored');
	},
});

/** The agent's Undelete. */
export const restore: Operation = restoreBy('Undelete', (Id) => ({ Id }));
