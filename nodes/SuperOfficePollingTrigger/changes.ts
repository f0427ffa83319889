import sortBy from 'lodash/sortBy';
import type { IDataObject } from 'n8n-workflow';

import {
	behind,
	changesFrom,
	itemOf,
	latestFirst,
	numberOf,
	queryFor,
	timeOf,
	type Kind,
} from '../events/changeQuery';
import type { EntityDefinition } from '../entities/entity';
import type { Condition, Row } from '../shared/archive/condition';
import {
	isUnsettled,
	positionAt,
	positionBefore,
	Reading,
	type Position,
	type Seconds,
} from '../shared/archive/position';
import { readRows, type Query } from '../shared/archive/read';
import { memoizeAsync } from '../shared/memoize';
import type { Asker } from './asker';

/** How many rows of a kind a poll reads at most; the next one goes on where it has stopped. */
const MOST_ROWS = 10_000;

/** How far each kind of changes is known. */
export type Positions = Partial<Record<Kind, Position>>;

/** What a poll looks for. */
export interface Wanted {
	entity: EntityDefinition;
	kinds: Kind[];
	/** What the records have to meet. */
	conditions: Condition[];
	/** From when on the first poll takes what is past; undefined where it takes nothing. */
	since?: Seconds;
	how: Pick<Query, 'headers' | 'timeout'>;
}

/** What a poll has found. */
interface Found {
	/** Items, the oldest change first. */
	changes: IDataObject[];
	/** How far changes are known once the items are handed over. */
	positions: Positions;
}

/** The reading of a kind, and whether it only finds out what is past. */
interface Pass {
	kind: Kind;
	reading: Reading;
	isPast: boolean;
	/** The number of the last row, where there may be more behind it. */
	last?: number;
}

/** The position of a kind of which nothing is known. The newest row, and its answer, tell what time it is. */
async function firstPosition(
	{ ask, now }: Asker,
	{ entity, how, kinds }: Wanted,
): Promise<Position> {
	const order = latestFirst(entity, 'created');
	const rows: Row[] = [];
	for await (const row of readRows(ask, queryFor(entity, [], { ...how, order, limit: 1 })))
		rows.push(row);
	const times = rows.flatMap((row) => kinds.flatMap((kind) => timeOf(entity, row, kind) ?? []));
	return positionBefore(now(), times);
}

/** The rows that a pass has to look at, by number, so that none moves while they are read. */
async function rowsOf(
	pass: Pass,
	{ ask }: Asker,
	{ entity, conditions, how }: Wanted,
): Promise<Row[]> {
	const { kind, reading, isPast } = pass;
	const all = [
		...conditions,
		changesFrom(entity, kind, reading.asked, (time) => reading.meets(time)),
		behind(entity, reading.after),
	];
	const limit = isPast ? Infinity : MOST_ROWS;
	const rows: Row[] = [];
	for await (const row of readRows(ask, queryFor(entity, all, { ...how, order: [], limit }))) {
		rows.push(row);
	}
	if (rows.length === limit) pass.last = numberOf(entity, rows[limit - 1]);
	return rows;
}

/** Takes a row's new changes; the item of the one that comes out, if there is one. */
function takeChanges(
	entity: EntityDefinition,
	row: Row,
	passes: Pass[],
	now: Seconds,
): IDataObject[] {
	const id = numberOf(entity, row);
	const fresh = passes.flatMap((pass) => {
		const time = timeOf(entity, row, pass.kind);
		return time !== undefined && pass.reading.isNew(id, time) ? [{ ...pass, time }] : [];
	});
	const [first] = fresh.filter(({ isPast }) => !isPast);
	const isHeld = fresh.some(({ kind, time }) => kind === 'updated' && isUnsettled(time, now));
	// The next poll takes it, when its second is certainly over.
	if (first && isHeld) return [];
	for (const { reading, time } of fresh) reading.take(id, time);
	return first ? [itemOf(entity, row, first.kind, first.time)] : [];
}

/**
 * Finds what has changed since the last poll. A record that is new and was updated since comes out
 * once, as created.
 * @throws NodeApiError for a page that is refused
 */
export async function findChanges(asker: Asker, wanted: Wanted, known: Positions): Promise<Found> {
	const { entity, kinds, since } = wanted;
	const isFirst = Object.keys(known).length === 0;
	const asked = isFirst && since !== undefined ? positionAt(since) : undefined;
	const first = memoizeAsync(async () => await firstPosition(asker, wanted));
	const passes: Pass[] = [];
	const rows = new Map<number, Row>();
	for (const kind of kinds) {
		const start = known[kind] ?? asked;
		const reading = new Reading(start ?? (await first()));
		const pass: Pass = { kind, reading, isPast: start === undefined };
		passes.push(pass);
		// What was read later is what counts, as it may have been updated in between.
		for (const row of await rowsOf(pass, asker, wanted)) rows.set(numberOf(entity, row), row);
	}
	const now = asker.now();
	const all = [...rows.values()];
	const changes = all.flatMap((row) => takeChanges(entity, row, passes, now));
	const positions = passes.map(({ kind, reading, last }) => {
		const times = all.flatMap((row) => timeOf(entity, row, kind) ?? []);
		return [kind, reading.end(times, now, last)] as const;
	});
	return {
		changes: sortBy(changes, ['time', entity.id]),
		positions: Object.fromEntries(positions),
	};
}
