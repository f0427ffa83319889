import isEmpty from 'lodash/isEmpty';

import type { JsonObject } from '../shared/json';
import { optionsForm } from '../shared/optionsForm';
import { outputOptions } from '../shared/output';
import { readChanges, rejectEmptyChanges } from './body/readChanges';
import { IGNORE_UNKNOWN, updateForm } from './body/bodyForm';
import { readBodyMode } from './body/readBody';
import type { ItemCall, Operation } from './operation';
import { patchRecord, getRecord, getRecordForUpdate, saveWithHook } from './record';
import { readResponseOptions, type ResponseOptions } from './responseOptions';
import { lockTarget, targetControl } from './target';
import { hasContent } from './ownItem/ownItem';
import { readUnmodifiedSince, UNMODIFIED_SINCE, unmodifiedHeader } from './unmodifiedSince';

/**
 * Whether an automatically mapped item holds nothing to change, because it is a record as this node
 * returned it.
 */
export const isUnchangedItem = (
	{ entity, item }: ItemCall,
	bodyMode: string,
	changes: JsonObject | string,
): boolean => bodyMode === 'autoMap' && isEmpty(changes) && hasContent(entity, item);

/**
 * Sends the changes of an item alone.
 * @param bodyMode how they are given
 * @returns the record after them
 */
export async function patchChanges(
	call: ItemCall,
	{ options, output }: ResponseOptions,
	bodyMode: string,
	id: number,
): Promise<JsonObject> {
	const since = readUnmodifiedSince(call, options);
	const readSome = async (select: string[]) => await getRecordForUpdate(call, options, id, select);
	const changes = await readChanges(call, options, bodyMode, id, readSome);
	if (isUnchangedItem(call, bodyMode, changes)) {
		return await getRecord(call, options, id, output.query.$select?.split(','));
	}
	rejectEmptyChanges(call, changes);
	return await saveWithHook(
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
	action: 'Update {record}',
	description: 'Update {a record}; only the given fields are changed',
	properties: (entity) => [
		targetControl(entity),
		...updateForm(entity),
		optionsForm(
			...outputOptions,
			...(entity.lacksConditions ? [] : [UNMODIFIED_SINCE]),
			IGNORE_UNKNOWN,
		),
	],
	async execute(call) {
		const responseOptions = readResponseOptions(call);
		const bodyMode = readBodyMode(call, ['jsonPatch']);
		const id = await lockTarget(call, responseOptions.options);
		return await responseOptions.output.shape(
			await patchChanges(call, responseOptions, bodyMode, id),
		);
	},
};
