import { readOptions } from '../shared/options';
import { optionsForm } from '../shared/optionsForm';
import type { Operation } from './operation';
import { deleteRecord, getRecordForUpdate } from './record';
import { lockTarget, targetControl } from './target';
import {
	readUnmodifiedSince,
	assertUnmodified,
	UNMODIFIED_SINCE,
	unmodifiedHeader,
} from './unmodifiedSince';

/** DELETE /api/v1/{entity}/{id}. */
export const deleteOperation: Operation = {
	label: 'Delete',
	action: 'Delete {record}',
	description: 'Delete {a record} permanently',
	properties: (entity) => [targetControl(entity), optionsForm(UNMODIFIED_SINCE)],
	async execute(call) {
		const { entity, read, workflowZone } = call;
		const options = readOptions(read, workflowZone);
		const id = await lockTarget(call, options);
		const since = readUnmodifiedSince(call, options);
		// Fails for a record that does not exist before anything is sent.
		assertUnmodified(
			await getRecordForUpdate(call, options, id, ['UpdatedDate', 'CreatedDate']),
			since,
		);
		await deleteRecord(call, options, id, unmodifiedHeader(since));
		return { [entity.id]: id, deleted: true };
	},
};
