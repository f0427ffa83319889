import type { IDataObject } from 'n8n-workflow';

import { withRecord } from '../events/complete';
import type { ItemCall } from '../crud/operation';
import { isKeptBack } from './keptBack';
import { latestChange } from './latest';

/**
 * What comes out for a change: one item, or none for one that a switch keeps back. An item of no change comes
 * from n8n when a person, or its command line, starts the workflow: the latest change comes out then.
 */
export async function completeChange(call: ItemCall): Promise<IDataObject | IDataObject[]> {
	const isChange = call.item[call.entity.id] !== undefined;
	const change = isChange ? call.item : await latestChange(call);
	const id = Number(change[call.entity.id]);
	if (isChange && (await isKeptBack(call, id))) return [];
	return await withRecord(call, change, id);
}
