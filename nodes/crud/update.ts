import isEmpty from 'lodash/isEmpty';

import type { JsonObject } from '../shared/json';
import { optionsProperty } from '../shared/optionsForm';
import { outputForm } from '../shared/output';
import { readChanges, refuseNothing } from './body/changes';
import { updateForm } from './body/form';
import { readKind } from './body/read';
import type { ItemCall, Operation } from './operation';
import { patchRecord, readEntity, readRecord, saving } from './record';
import { readOutcome, type Outcome } from './responseOptions';
import { readTarget, target } from './target';
import { readUnmodifiedSince, UNMODIFIED_SINCE, unmodifiedHeader } from './unmodifiedSince';

/** Whether what came back is as it was got, so that nothing is to change. */
export const isAsGot = (
	{ entity, item }: ItemCall,
	kind: string,
	changes: JsonObject | string,
): boolean =>
	kind === 'autoMap' && isEmpty(changes) && entity.ownItems?.saysSomething(item) === true;

/**
 * Sends the changes of an item alone.
 * @param kind how they are given
 * @returns the record after them
 */
export async function patch(
	call: ItemCall,
	{ options, output }: Outcome,
	kind: string,
	id: number,
): Promise<JsonObject> {
	const since = readUnmodifiedSince(call, options);
	const readSome = async (select: string[]) => await readRecord(call, options, id, select);
	const changes = await readChanges(call, options, kind, id, readSome);
	if (isAsGot(call, kind, changes)) {
		return await readEntity(call, options, id, output.query.$select?.split(','));
	}
	refuseNothing(call, changes);
	return await saving(
		call,
		options,
		changes,
		output.query,
		async (query) => await patchRecord(call, options, id, changes, query, unmodifiedHeader(since)),
	);
}

/** PATCH /api/v1/{entity}/{id}. */
export const update: Operation = {
	label: 'Update',
	action: 'Update {a record}',
	description: 'Change what you set of {a record}, and leave the rest as it is',
	properties: (entity) => [
		target(entity),
		...updateForm(entity),
		UNMODIFIED_SINCE,
		...outputForm(entity),
		optionsProperty,
	],
	async execute(call) {
		const outcome = readOutcome(call);
		const kind = readKind(call, ['jsonPatch']);
		const id = await readTarget(call, outcome.options);
		return await outcome.output.shape(await patch(call, outcome, kind, id));
	},
};
