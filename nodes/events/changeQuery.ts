import { DateTime } from 'luxon';
import pickBy from 'lodash/pickBy';
import type { IDataObject } from 'n8n-workflow';

import type { EntityDefinition } from '../entities/entity';
import { atOrAfter, type Condition, type Row } from '../shared/archive/condition';
import { saysNoDate, withOffset } from '../shared/dates';
import type { Seconds } from '../shared/archive/position';
import type { Query } from '../shared/archive/read';
import { keyOf } from '../shared/transport/expected';
import { eventsOf } from './context';

/** What can be told of changes by asking for them. */
export type Kind = 'created' | 'updated';

/** The column that says when a change of a kind was. */
const columnOf = (entity: EntityDefinition, kind: Kind): string => eventsOf(entity)[kind];

/**
 * When a row's record was created, or updated at last. SuperOffice gives both in UTC. A poll reads
 * thousands of dates in n8n's main process: luxon would take a hundred times as long.
 */
export function timeOf(entity: EntityDefinition, row: Row, kind: Kind): Seconds | undefined {
	const date = String(row[columnOf(entity, kind)] ?? '');
	const time = Date.parse(withOffset(date, 'Z')) / 1000;
	return saysNoDate(date) || Number.isNaN(time) ? undefined : time;
}

/**
 * What is asked for records that have changed.
 * @param from the time from which on SuperOffice is asked for them
 * @param meets judges the time of a row that came
 */
export function changesFrom(
	entity: EntityDefinition,
	kind: Kind,
	from: Seconds,
	meets: (time: Seconds) => boolean = () => true,
): Condition {
	const column = columnOf(entity, kind);
	return {
		filter: atOrAfter(column, DateTime.fromSeconds(from)),
		columns: [column],
		keeps(row) {
			const time = timeOf(entity, row, kind);
			return time !== undefined && meets(time);
		},
	};
}

/** What is asked for records behind a number. */
export const behind = ({ archive }: EntityDefinition, id: number): Condition =>
	id > 0 ? { filter: `${archive.key} gt ${id}` } : {};

/** The order in which the latest changes of a kind come first; the highest number was created last. */
export const latestFirst = (entity: EntityDefinition, kind: Kind): Query['order'] => [
	{ column: kind === 'created' ? entity.archive.key : columnOf(entity, kind), direction: 'desc' },
];

/** Asks for records with all that an item says of them. */
export function queryFor(
	entity: EntityDefinition,
	conditions: Condition[],
	how: Pick<Query, 'order' | 'limit' | 'headers' | 'timeout'>,
): Query {
	const { archive, name } = entity;
	const { created, updated, ids, conditions: ofAll } = eventsOf(entity);
	return {
		...how,
		path: name,
		archive: archive.name,
		key: archive.key,
		columns: [created, updated, ...ids.flatMap(({ column }) => column ?? [])],
		conditions: [...ofAll, ...conditions],
	};
}

export const numberOf = ({ archive }: EntityDefinition, row: Row): number =>
	Number(keyOf(row, archive.key));

/** The item of a change: what happened, when, and numbers. What is none is left out. */
export function itemOf(entity: EntityDefinition, row: Row, kind: Kind, time: Seconds): IDataObject {
	const { name, ids } = eventsOf(entity);
	const event = `${name}.${kind === 'created' ? 'created' : 'changed'}`;
	const id = numberOf(entity, row);
	const at = DateTime.fromSeconds(time, { zone: 'UTC' }).toISO({ suppressMilliseconds: true });
	const numbers = ids.flatMap((one) =>
		one.column ? [[one.name, Number(row[one.column])] as const] : [],
	);
	return {
		event,
		// The same whenever it comes, as an event that is delivered once more has the same.
		eventId: `${event}/${id}/${at}`,
		time: at,
		[entity.id]: id,
		...pickBy(Object.fromEntries(numbers), (number) => number > 0),
	};
}
