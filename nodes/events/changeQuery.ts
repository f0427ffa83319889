import { DateTime } from 'luxon';
import pickBy from 'lodash/pickBy';
import type { IDataObject } from 'n8n-workflow';

import type { EntityDefinition } from '../entities/entity';
import { atOrAfter, type Condition, type ArchiveRow } from '../shared/archive/condition';
import { isNoDateText, withOffset } from '../shared/dates';
import type { Seconds } from '../shared/archive/cursor';
import type { ArchiveQuery } from '../shared/archive/readRows';
import { rowKey } from '../shared/transport/expectedBody';
import { entityEvents } from './eventContext';

/** The types of change that polling can detect. */
export type ChangeType = 'created' | 'updated';

/** The column with the time of a type of change. */
const changeColumn = (entity: EntityDefinition, changeType: ChangeType): string =>
	entityEvents(entity)[changeType];

/**
 * When a row's record was created, or updated at last. SuperOffice gives both in UTC. A poll reads
 * thousands of dates in n8n's main process: luxon would take a hundred times as long.
 */
export function changeTime(
	entity: EntityDefinition,
	row: ArchiveRow,
	changeType: ChangeType,
): Seconds | undefined {
	const date = String(row[changeColumn(entity, changeType)] ?? '');
	const time = Date.parse(withOffset(date, 'Z')) / 1000;
	return isNoDateText(date) || Number.isNaN(time) ? undefined : time;
}

/**
 * The condition for records that have changed.
 * @param from start time of the filter
 * @param meets checks the exact time of a row
 */
export function changedSince(
	entity: EntityDefinition,
	changeType: ChangeType,
	from: Seconds,
	meets: (time: Seconds) => boolean = () => true,
): Condition {
	const column = changeColumn(entity, changeType);
	return {
		filter: atOrAfter(column, DateTime.fromSeconds(from)),
		columns: [column],
		matches(row) {
			const time = changeTime(entity, row, changeType);
			return time !== undefined && meets(time);
		},
	};
}

/** The condition for records with a higher ID. */
export const idGreaterThan = ({ archive }: EntityDefinition, id: number): Condition =>
	id > 0 ? { filter: `${archive.key} gt ${id}` } : {};

/** The order in which the latest changes of a kind come first; the highest number was created last. */
export const latestFirst = (
	entity: EntityDefinition,
	changeType: ChangeType,
): ArchiveQuery['order'] => [
	{
		column: changeType === 'created' ? entity.archive.key : changeColumn(entity, changeType),
		direction: 'desc',
	},
];

/** The query for records with all columns that an item needs. */
export function changeQuery(
	entity: EntityDefinition,
	conditions: Condition[],
	options: Pick<ArchiveQuery, 'order' | 'limit' | 'headers' | 'timeout'>,
): ArchiveQuery {
	const { archive, name } = entity;
	const { created, updated, ids, conditions: ofAll } = entityEvents(entity);
	return {
		...options,
		path: name,
		archive: archive.name,
		key: archive.key,
		columns: [created, updated, ...ids.flatMap(({ archiveColumn }) => archiveColumn ?? [])],
		conditions: [...ofAll, ...conditions],
	};
}

export const rowId = ({ archive }: EntityDefinition, row: ArchiveRow): number =>
	Number(rowKey(row, archive.key));

/** The item of a change: event, time and IDs; IDs of 0 are omitted. */
export function toChangeItem(
	entity: EntityDefinition,
	row: ArchiveRow,
	changeType: ChangeType,
	time: Seconds,
): IDataObject {
	const { name, ids } = entityEvents(entity);
	const event = `${name}.${changeType === 'created' ? 'created' : 'changed'}`;
	const id = rowId(entity, row);
	const at = DateTime.fromSeconds(time, { zone: 'UTC' }).toISO({ suppressMilliseconds: true });
	const numbers = ids.flatMap((one) =>
		one.archiveColumn ? [[one.name, Number(row[one.archiveColumn])] as const] : [],
	);
	return {
		event,
		// Stable, like the ID of an event that is delivered again.
		eventId: `${event}/${id}/${at}`,
		time: at,
		[entity.id]: id,
		...pickBy(Object.fromEntries(numbers), (number) => number > 0),
	};
}
