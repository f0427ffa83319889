import type { IDataObject } from 'n8n-workflow';

import { withRecord } from '../events/completeEvent';
import type { ItemCall } from '../crud/operation';
import { isSuppressed } from './isSuppressed';
import { latestChange } from './latestChange';

/**
 * The output for a change: one item, or none if a switch suppresses it. n8n starts a manual
 * execution with an item that is no change: the latest change is emitted then.
 */
export async function completeChange(call: ItemCall): Promise<IDataObject | IDataObject[]> {
	const isChange = call.item[call.entity.id] !== undefined;
	const change = isChange ? call.item : await latestChange(call);
	const id = Number(change[call.entity.id]);
	if (isChange && (await isSuppressed(call, id))) return [];
	return await withRecord(call, change, id);
}
