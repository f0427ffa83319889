import { readOptions } from '../shared/options';
import { optionsProperty } from '../shared/optionsForm';
import type { Operation } from './operation';
import { deleteRecord, readRecord } from './record';
import { readTarget, target } from './target';
import {
	readUnmodifiedSince,
	refuseModified,
	UNMODIFIED_SINCE,
	unmodifiedHeader,
} from './unmodifiedSince';

/** DELETE /api/v1/{entity}/{id}. */
export const deleteOperation: Operation = {
	label: 'Delete',
	action: 'Delete {a record}',
	description: 'Delete {a record} for good',
	properties: (entity) => [target(entity), UNMODIFIED_SINCE, optionsProperty],
	async execute(call) {
		const { entity, read, workflowZone } = call;
		const options = readOptions(read, workflowZone);
		const id = await readTarget(call, options);
		const since = readUnmodifiedSince(call, options);
		// Tells one that is not there before anything is sent.
		refuseModified(await readRecord(call, options, id, ['UpdatedDate', 'CreatedDate']), since);
		await deleteRecord(call, options, id, unmodifiedHeader(since));
		return { [entity.id]: id, deleted: true };
	},
};
