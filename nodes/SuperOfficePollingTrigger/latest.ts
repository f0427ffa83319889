import maxBy from 'lodash/maxBy';
import { UserError, type IDataObject } from 'n8n-workflow';

import { filterConditions, readEventFilter } from '../events/filter';
import {
	changesFrom,
	itemOf,
	latestFirst,
	numberOf,
	queryFor,
	timeOf,
	type Kind,
} from '../events/changeQuery';
import type { ItemCall } from '../crud/operation';
import type { Row } from '../shared/archive/condition';
import { readRows } from '../shared/archive/read';
import { isKeptBack } from './keptBack';
import { readKinds } from './form';
import { inUtc } from './headers';

/** Of how many rows the latest one is looked for that is no copy. */
const LOOKED_AT = 50;

interface Found {
	row: Row;
	kind: Kind;
	time: number;
}

/** The latest change of a kind. */
async function latestOf(call: ItemCall, kind: Kind): Promise<Found | undefined> {
	const { entity } = call;
	const conditions = filterConditions(entity, readEventFilter(entity, call.read));
	if (kind === 'updated') conditions.push(changesFrom(entity, kind, 0));
	const query = queryFor(entity, conditions, {
		...inUtc(call.read, call.workflowZone),
		order: latestFirst(entity, kind),
		limit: LOOKED_AT,
	});
	const ask: ItemCall['request'] = async (request) =>
		await call.request({ ...request, purpose: 'looking for the latest change' });
	for await (const row of readRows(ask, query)) {
		const time = timeOf(entity, row, kind);
		if (time !== undefined && !(await isKeptBack(call, numberOf(entity, row))))
			return { row, kind, time };
	}
	return undefined;
}

/**
 * The item of the latest change, as a person who builds a workflow wants to see one.
 * @throws UserError where there is none
 */
export async function latestChange(call: ItemCall): Promise<IDataObject> {
	const kinds = readKinds(call.read);
	const found: Array<Found | undefined> = [];
	for (const kind of kinds) found.push(await latestOf(call, kind));
	const latest = maxBy(found, (one) => one?.time ?? -Infinity);
	if (latest) return itemOf(call.entity, latest.row, latest.kind, latest.time);
	throw new UserError(
		`No ${call.entity.words.one} was ${kinds.join(' or ')} that meets the filters`,
		{
			description: 'Save one in SuperOffice, or change Filters or Trigger On.',
		},
	);
}
