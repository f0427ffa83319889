import minBy from 'lodash/minBy';

import type { ArchiveRow, Condition } from '../../shared/archive/condition';
import { readRows } from '../../shared/archive/readRows';
import { FieldError, type ParameterRef } from '../../shared/fields/fieldKind';
import { chosen } from '../../shared/fields/parameterRef';
import type { RequestOptions } from '../../shared/options';
import { option } from '../../shared/optionsForm';
import { rowKey } from '../../shared/transport/expectedBody';
import type { ItemCall } from '../operation';
import type { ErrorNotes } from '../record';

/** A record that has what is looked for. */
export interface MatchedRow {
	/** Its number. */
	id: number;
	/** ID of the group that it belongs to, such as a series; 0 for none. */
	group: number;
	/** Whether it counts before others. */
	isPreferred: boolean;
}

export const WHEN_SEVERAL = option({
	displayName: 'When Several Match',
	name: 'whenSeveralMatch',
	type: 'options',
	options: [
		{ name: 'Fail', value: 'fail', description: 'Stop with their IDs' },
		{ name: 'Take the Oldest', value: 'oldest', description: 'Use the one with the lowest ID' },
	],
	default: 'fail',
	description: 'What to do when several {records} match',
});

/** A page with fewer rows is the last one: no server limits pages to so few. */
const MIN_FULL_PAGE = 10;

/**
 * The records that meet conditions, each with its row of the archive, in the order of their numbers.
 * It is not asked once per execution, as an earlier item may have created one.
 * @param needed columns that each row must have
 */
export async function findRecords(
	{ entity, request }: ItemCall,
	{ headers, timeout }: RequestOptions,
	conditions: Condition[],
	needed: string[],
	errorNotes: ErrorNotes,
): Promise<Array<[MatchedRow, ArchiveRow]>> {
	const { archive, filters, name } = entity;
	// Such as persons who have not left.
	const preferred = Object.values(filters).flatMap(({ absent }) => absent ?? []);
	const rows = readRows(request, {
		path: name,
		archive: archive.name,
		key: archive.key,
		columns: [
			...(archive.groupColumn ? [archive.groupColumn] : []),
			...needed,
			...preferred.flatMap(({ columns = [] }) => columns),
		],
		conditions: [...conditions, ...(archive.conditions ?? [])],
		order: [],
		limit: Infinity,
		requiredColumns: needed,
		minFullPage: MIN_FULL_PAGE,
		headers,
		timeout,
		errorNotes,
	});
	const found: Array<[MatchedRow, ArchiveRow]> = [];
	for await (const row of rows) {
		const match = {
			id: Number(rowKey(row, archive.key)),
			group: Number(row[archive.groupColumn ?? ''] ?? 0),
			isPreferred: preferred.every(({ matches }) => matches?.(row) ?? true),
		};
		found.push([match, row]);
	}
	return found;
}

/** The row with the lowest ID of each group, and all rows without a group. */
function firstOfEachGroup(rows: MatchedRow[]): MatchedRow[] {
	return rows.filter((row) => {
		const same = rows.filter(({ group }) => group > 0 && group === row.group);
		return row === (minBy(same, 'id') ?? row);
	});
}

/**
 * The number of the record that matches, 0 for none. Rows that are one record, such as those of a
 * series or a booking, are each saved with the key: the lowest number stands for them.
 * @param ref the parameter that has the key
 * @throws FieldError where several unrelated records match, unless the oldest is wanted
 */
export async function singleMatch(
	call: ItemCall,
	options: RequestOptions,
	rows: MatchedRow[],
	ref: ParameterRef,
	errorNotes: ErrorNotes,
): Promise<number> {
	const all = firstOfEachGroup(rows);
	const preferred = all.filter(({ isPreferred }) => isPreferred);
	const found = preferred.length > 0 ? preferred : all;
	const id = minBy(found, 'id')?.id ?? 0;
	if (found.length <= 1 || chosen(call.read, WHEN_SEVERAL) === 'oldest') return id;
	const same = (await call.entity.linkedRecordIds?.(call, options, id, errorNotes)) ?? [id];
	const others = found.map((one) => one.id).filter((one) => one !== id && !same.includes(one));
	if (others.length === 0) return id;
	const problem = `${others.length + 1} ${call.entity.words.many} have it: ${[id, ...others].join(', ')}`;
	const advice = `Choose one of them by its ID, or set ${WHEN_SEVERAL.displayName}.`;
	throw new FieldError(ref, problem, errorNotes.alreadyDone ?? advice);
}
