import { DateTime } from 'luxon';
import pickBy from 'lodash/pickBy';
import type { IDataObject } from 'n8n-workflow';

import { atOrAfter, type Condition, type Row } from '../shared/archive/condition';
import { saysNoDate, withOffset } from '../shared/dates';
import type { Seconds } from '../shared/archive/position';
import type { Query } from '../shared/archive/read';
import { keyOf } from '../shared/transport/expected';
import { ENTITY } from '../crud/body/read';
import { ARCHIVE } from '../crud/list/form';
import { DOCUMENT_NUMBERS } from './context';

/** What can be told of changes by asking for them. */
export type Kind = 'created' | 'updated';

/** The kinds of changes: SuperOffice's name of the event, and the column that says when it was. */
export const KINDS: Record<Kind, { event: string; column: string }> = {
	created: { event: 'activity.created', column: 'registeredDate' },
	updated: { event: 'activity.changed', column: 'updatedDate' },
};

/** The column that rows are counted by. */
export const KEY = 'appointmentId';

/** Numbers of records by column, as simplified output names them. */
const ID_COLUMNS: Record<string, string> = {
	'associate/associateDbId': 'AssociateId',
	contactId: 'ContactId',
	personId: 'PersonId',
	projectId: 'ProjectId',
	saleId: 'SaleId',
};

/** Leaves out the entries that documents have among the appointments. */
const NO_DOCUMENTS: Condition = {
	columns: ['rawType'],
	keeps: ({ rawType }) => !DOCUMENT_NUMBERS.includes(Number(rawType)),
};

/**
 * When a row's appointment was created, or updated at last. SuperOffice gives both in UTC. A poll reads
 * thousands of dates in n8n's main process: luxon would take a hundred times as long.
 */
export function timeOf(row: Row, kind: Kind): Seconds | undefined {
	const date = String(row[KINDS[kind].column] ?? '');
	const time = Date.parse(withOffset(date, 'Z')) / 1000;
	return saysNoDate(date) || Number.isNaN(time) ? undefined : time;
}

/**
 * What is asked for appointments that have changed.
 * @param from the time from which on SuperOffice is asked for them
 * @param meets judges the time of a row that came
 */
export function changesFrom(
	kind: Kind,
	from: Seconds,
	meets: (time: Seconds) => boolean = () => true,
): Condition {
	const { column } = KINDS[kind];
	return {
		filter: atOrAfter(column, DateTime.fromSeconds(from)),
		columns: [column],
		keeps(row) {
			const time = timeOf(row, kind);
			return time !== undefined && meets(time);
		},
	};
}

/** What is asked for appointments behind a number. */
export const behind = (id: number): Condition => (id > 0 ? { filter: `${KEY} gt ${id}` } : {});

/** Asks for appointments with all that an item says of them. */
export const queryFor = (
	conditions: Condition[],
	how: Pick<Query, 'order' | 'limit' | 'headers' | 'timeout'>,
): Query => ({
	...how,
	path: ENTITY,
	archive: ARCHIVE,
	key: KEY,
	columns: [...Object.values(KINDS).map(({ column }) => column), ...Object.keys(ID_COLUMNS)],
	conditions: [NO_DOCUMENTS, ...conditions],
});

export const numberOf = (row: Row): number => Number(keyOf(row, KEY));

/** The item of a change: what happened, when, and numbers. What is none is left out. */
export function itemOf(row: Row, kind: Kind, time: Seconds): IDataObject {
	const { event } = KINDS[kind];
	const id = numberOf(row);
	const at = DateTime.fromSeconds(time, { zone: 'UTC' }).toISO({ suppressMilliseconds: true });
	const ids = Object.entries(ID_COLUMNS).map(([column, name]) => [name, Number(row[column])]);
	return {
		event,
		// The same whenever it comes, as an event that is delivered once more has the same.
		eventId: `${event}/${id}/${at}`,
		time: at,
		AppointmentId: id,
		...pickBy(Object.fromEntries(ids) as Record<string, number>, (number) => number > 0),
	};
}
