import sortBy from 'lodash/sortBy';
import type { IDataObject } from 'n8n-workflow';

import {
	idGreaterThan,
	changedSince,
	toChangeItem,
	latestFirst,
	rowId,
	changeQuery,
	changeTime,
	type ChangeType,
} from '../events/changeQuery';
import type { EntityDefinition } from '../entities/entity';
import type { Condition, ArchiveRow } from '../shared/archive/condition';
import {
	isUnsettled,
	cursorAt,
	cursorBefore,
	CursorReader,
	type Cursor,
	type Seconds,
} from '../shared/archive/cursor';
import { readRows, type ArchiveQuery } from '../shared/archive/readRows';
import { memoizeAsync } from '../shared/memoize';
import type { PollClient } from './pollClient';

/** Maximum rows that a poll reads for a type of change; the next poll continues from there. */
const MAX_ROWS = 10_000;

/** The cursor of each type of change. */
export type Cursors = Partial<Record<ChangeType, Cursor>>;

/** What a poll looks for. */
export interface PollQuery {
	entity: EntityDefinition;
	changeTypes: ChangeType[];
	/** What the records have to meet. */
	conditions: Condition[];
	/** Start time of the first poll; undefined for no past changes. */
	since?: Seconds;
	requestOptions: Pick<ArchiveQuery, 'headers' | 'timeout'>;
}

/** What a poll has found. */
interface FoundChanges {
	/** Items, the oldest change first. */
	changes: IDataObject[];
	/** How far changes are known once the items are handed over. */
	cursors: Cursors;
}

/** Reads one type of change. */
interface ReadPass {
	changeType: ChangeType;
	reader: CursorReader;
	isBaseline: boolean;
	/** ID of the last row, if there may be more rows. */
	lastId?: number;
}

/**
 * The cursor of a type of change on the first poll. The newest row and its response tell the time.
 */
async function firstCursor(
	{ request, now }: PollClient,
	{ entity, requestOptions, changeTypes }: PollQuery,
): Promise<Cursor> {
	const order = latestFirst(entity, 'created');
	const rows: ArchiveRow[] = [];
	for await (const row of readRows(
		request,
		changeQuery(entity, [], { ...requestOptions, order, limit: 1 }),
	))
		rows.push(row);
	const times = rows.flatMap((row) =>
		changeTypes.flatMap((changeType) => changeTime(entity, row, changeType) ?? []),
	);
	return cursorBefore(now(), times);
}

/** The rows that a pass has to check, ordered by ID, so that paging is stable. */
async function readPassRows(
	pass: ReadPass,
	{ request }: PollClient,
	{ entity, conditions, requestOptions }: PollQuery,
): Promise<ArchiveRow[]> {
	const { changeType, reader, isBaseline } = pass;
	const all = [
		...conditions,
		changedSince(entity, changeType, reader.queryFrom, (time) => reader.observe(time)),
		idGreaterThan(entity, reader.afterId),
	];
	const limit = isBaseline ? Infinity : MAX_ROWS;
	const rows: ArchiveRow[] = [];
	for await (const row of readRows(
		request,
		changeQuery(entity, all, { ...requestOptions, order: [], limit }),
	)) {
		rows.push(row);
	}
	if (rows.length === limit) pass.lastId = rowId(entity, rows[limit - 1]);
	return rows;
}

/** Marks a row's new changes as seen, and returns the item to emit, if any. */
function collectChanges(
	entity: EntityDefinition,
	row: ArchiveRow,
	passes: ReadPass[],
	now: Seconds,
): IDataObject[] {
	const id = rowId(entity, row);
	const newChanges = passes.flatMap((pass) => {
		const time = changeTime(entity, row, pass.changeType);
		return time !== undefined && pass.reader.isNew(id, time) ? [{ ...pass, time }] : [];
	});
	const [first] = newChanges.filter(({ isBaseline }) => !isBaseline);
	const mustWait = newChanges.some(
		({ changeType, time }) => changeType === 'updated' && isUnsettled(time, now),
	);
	// The next poll emits it, when its second is certainly over.
	if (first && mustWait) return [];
	for (const { reader, time } of newChanges) reader.markSeen(id, time);
	return first ? [toChangeItem(entity, row, first.changeType, first.time)] : [];
}

/**
 * Finds changes since the last poll. A record that was created and then updated is emitted once, as
 * created.
 * @throws NodeApiError for a page that is refused
 */
export async function findChanges(
	client: PollClient,
	query: PollQuery,
	cursors: Cursors,
): Promise<FoundChanges> {
	const { entity, changeTypes, since } = query;
	const isFirst = Object.keys(cursors).length === 0;
	const sinceCursor = isFirst && since !== undefined ? cursorAt(since) : undefined;
	const first = memoizeAsync(async () => await firstCursor(client, query));
	const passes: ReadPass[] = [];
	const rows = new Map<number, ArchiveRow>();
	for (const changeType of changeTypes) {
		const start = cursors[changeType] ?? sinceCursor;
		const reader = new CursorReader(start ?? (await first()));
		const pass: ReadPass = { changeType, reader, isBaseline: start === undefined };
		passes.push(pass);
		// The later row wins, as the record may have been updated in between.
		for (const row of await readPassRows(pass, client, query)) rows.set(rowId(entity, row), row);
	}
	const now = client.now();
	const all = [...rows.values()];
	const changes = all.flatMap((row) => collectChanges(entity, row, passes, now));
	const positions = passes.map(({ changeType, reader, lastId }) => {
		const times = all.flatMap((row) => changeTime(entity, row, changeType) ?? []);
		return [changeType, reader.nextCursor(times, now, lastId)] as const;
	});
	return {
		changes: sortBy(changes, ['time', entity.id]),
		cursors: Object.fromEntries(positions),
	};
}
