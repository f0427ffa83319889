import maxBy from 'lodash/maxBy';
import { UserError, type IDataObject } from 'n8n-workflow';

import { eventFilterConditions, readEventFilter } from '../events/eventFilter';
import {
	changedSince,
	toChangeItem,
	latestFirst,
	rowId,
	changeQuery,
	changeTime,
	type ChangeType,
} from '../events/changeQuery';
import type { ItemCall } from '../crud/operation';
import type { ArchiveRow } from '../shared/archive/condition';
import { readRows } from '../shared/archive/readRows';
import { isSuppressed } from './isSuppressed';
import { readChangeTypes } from './form';
import { utcRequestOptions } from './utcRequestOptions';

/** Number of newest rows to search for one that is not suppressed. */
const MAX_LATEST_ROWS = 50;

interface LatestRow {
	row: ArchiveRow;
	changeType: ChangeType;
	time: number;
}

/** The latest change of a kind. */
async function latestOfType(
	call: ItemCall,
	changeType: ChangeType,
): Promise<LatestRow | undefined> {
	const { entity } = call;
	const conditions = eventFilterConditions(entity, readEventFilter(entity, call.read));
	if (changeType === 'updated') conditions.push(changedSince(entity, changeType, 0));
	const query = changeQuery(entity, conditions, {
		...utcRequestOptions(call.read, call.workflowZone),
		order: latestFirst(entity, changeType),
		limit: MAX_LATEST_ROWS,
	});
	const requestRows: ItemCall['request'] = async (request) =>
		await call.request({ ...request, purpose: 'looking for the latest change' });
	for await (const row of readRows(requestRows, query)) {
		const time = changeTime(entity, row, changeType);
		if (time !== undefined && !(await isSuppressed(call, rowId(entity, row))))
			return { row, changeType, time };
	}
	return undefined;
}

/**
 * The item of the latest change, as sample data for manual executions.
 * @throws UserError where there is none
 */
export async function latestChange(call: ItemCall): Promise<IDataObject> {
	const changeTypes = readChangeTypes(call.entity, call.read);
	const found: Array<LatestRow | undefined> = [];
	for (const changeType of changeTypes) found.push(await latestOfType(call, changeType));
	const latest = maxBy(found, (one) => one?.time ?? -Infinity);
	if (latest) return toChangeItem(call.entity, latest.row, latest.changeType, latest.time);
	throw new UserError(
		`No ${call.entity.words.one} was ${changeTypes.join(' or ')} that meets the filters`,
		{
			description: 'Save one in SuperOffice, or change Filters or Events.',
		},
	);
}
