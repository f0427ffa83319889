import { optionsForm } from '../shared/optionsForm';
import { outputOptions } from '../shared/output';
import { callAgent } from './agent';
import type { Operation } from './operation';
import { readBackAndShape, readResponseOptions } from './responseOptions';
import { lockTarget, targetControl } from './target';

/** The agent's Undelete, which answers nothing. */
export const restore: Operation = {
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
		await callAgent(call, responseOptions.options, 'Undelete', 'nothing', { Id: id });
		return await readBackAndShape(call, responseOptions, id, 'restored');
	},
};
