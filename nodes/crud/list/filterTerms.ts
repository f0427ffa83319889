import map from 'lodash/map';

import type { FilterRow } from '../../entities/entity';
import { looselyAfter, rowDate, type Condition } from '../../shared/archive/condition';
import { anyDateTime, toDateTime } from '../../shared/fields/dateTime';
import { toDecimalText } from '../../shared/fields/decimal';
import { FieldError, quote, type ParameterRef } from '../../shared/fields/fieldKind';
import type { Json } from '../../shared/json';
import { odataString } from '../../shared/transport/odataString';

/** A condition that SuperOffice alone judges. */
export const filterTerm =
	(filter: (value: Json) => string): FilterRow['condition'] =>
	(value) => ({ filter: filter(value) });

/**
 * The ID of a record; 0 would match all that have none.
 * @throws FieldError for anything below 1
 */
export function recordId(id: Json, ref: ParameterRef): number {
	if (Number(id) >= 1) return Number(id);
	const advice = 'Give an ID of 1 or more, or remove the filter.';
	throw new FieldError(ref, `${quote(id)} is not the ID of a record`, advice);
}

export const idTerm =
	(filter: (id: number) => string): FilterRow['condition'] =>
	(id, { ref }) => ({ filter: filter(recordId(id, ref)) });

export const idFilter = (column: string) => idTerm((id) => `${column} oneOf (${id})`);

/** A text that a column has to contain. */
export const containsTerm = (column: string): FilterRow['condition'] =>
	filterTerm((value) => `${column} contains ${odataString(String(value))}`);

/** A text that a column has to be, in any case. */
export const isTerm = (column: string): FilterRow['condition'] =>
	filterTerm((value) => `${column} is ${odataString(String(value).trim())}`);

/**
 * Entries of a list, any of which the column has to have.
 * @param operator that of the column's type
 */
export const entriesTerm = (
	column: string,
	operator: 'oneOf' | 'intArrayOneOf' = 'oneOf',
): FilterRow['condition'] =>
	filterTerm(
		(entries) => `${column} ${operator} (${map(entries as Array<{ Id: number }>, 'Id').join(',')})`,
	);

/** What a limit is widened by for SuperOffice: no documented operator is sure to include the limit. */
const widened = (limit: number, direction: 1 | -1) =>
	limit + direction * Math.max(1, Math.abs(limit) / 1e9);

/** A number that a column has to be at least. */
export const atLeast =
	(column: string): FilterRow['condition'] =>
	(limit, { ref }) => ({
		filter: `${column} gt ${toDecimalText(widened(Number(limit), -1), ref)}`,
		columns: [column],
		matches: (row) => !(Number(row[column]) < Number(limit)),
	});

/** A number that a column has to be at most. */
export const atMost =
	(column: string): FilterRow['condition'] =>
	(limit, { ref }) => ({
		filter: `${column} lt ${toDecimalText(widened(Number(limit), 1), ref)}`,
		columns: [column],
		matches: (row) => !(Number(row[column]) > Number(limit)),
	});

/**
 * Records whose time of something is at or after a time.
 * @param column the archive's, in UTC
 * @param label such as `Created Since`
 * @param done such as `created`
 */
export const timeSince = (column: string, label: string, done: string): FilterRow => ({
	label,
	kind: anyDateTime,
	help: `Return only {records} ${done} at or after this time`,
	condition(value, { zone, ref }) {
		const since = toDateTime(value, ref, zone);
		return {
			filter: looselyAfter(column, since),
			columns: [column],
			matches: (row) => (rowDate(row, column, 'UTC') ?? since.minus(1)) >= since,
		};
	},
});

/**
 * Records that were created since a time.
 * @param created the archive's column of the creation, in UTC
 */
export const createdSince = (created: string): FilterRow =>
	timeSince(created, 'Created Since', 'created');

/**
 * Records that were created or updated since a time.
 * @param updated the archive's column of the last update, in UTC
 * @param created the archive's column of the creation, in UTC
 */
export const savedSince = (updated: string, created: string): FilterRow => ({
	label: 'Created or Updated Since',
	kind: anyDateTime,
	help: 'Return only {records} saved at or after this time. All that match the other filters are read to find them, so add more filters when there are many.',
	condition(value, { zone, ref }) {
		const since = toDateTime(value, ref, zone);
		// A record that was never updated has no such date. No filter is documented that takes one of
		// two dates, and one of them alone would miss records: only the rows are judged.
		const keeps: Condition['matches'] = (row) => {
			// SuperOffice gives these dates in UTC, whatever the zone of the answer.
			const saved = rowDate(row, updated, 'UTC') ?? rowDate(row, created, 'UTC');
			return saved !== undefined && saved >= since;
		};
		return { columns: [updated, created], matches: keeps };
	},
});
