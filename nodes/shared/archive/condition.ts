import { DateTime } from 'luxon';

import { parseDateTime, isNoDate } from '../dates';
import type { Json } from '../json';

/** A row of an archive, by column. */
export type ArchiveRow = Record<string, Json>;

/** A condition on the rows of an archive. */
export interface Condition {
	/** For SuperOffice, as a term of $filter; none where no term is sure to miss nothing. */
	filter?: string;
	/** Columns that `matches` looks at. */
	columns?: string[];
	/** Checks a row exactly, where SuperOffice may interpret the filter in several ways. */
	matches?(row: ArchiveRow): boolean;
}

/**
 * Days by which a date in a filter is widened: in which zone SuperOffice reads it, and whether it
 * compares days or moments, is documented nowhere. A zone is at most 14 hours from UTC, and the
 * comparison leaves out the day itself.
 */
const MARGIN_DAYS = 2;

/** No record lies before or behind these, and further on no year can be read. */
const [EARLIEST, LATEST] = [DateTime.utc(1000), DateTime.utc(9999, 12, 31)];

const written = (time: DateTime, format: string) =>
	`'${DateTime.min(DateTime.max(time, EARLIEST), LATEST).toUTC().toFormat(format)}'`;

const dayOf = (time: DateTime) => written(time, 'yyyy-MM-dd');

/** A filter that matches all times from this one on in any time zone, and some earlier ones. */
export const looselyAfter = (column: string, time: DateTime): string =>
	`${column} after ${dayOf(time.minus({ days: MARGIN_DAYS }))}`;

/** A filter that matches all times before this one in any time zone, and some later ones. */
export const looselyBefore = (column: string, time: DateTime): string =>
	`${column} before ${dayOf(time.plus({ days: MARGIN_DAYS }))}`;

/** A filter for times at or after this one, in the time zone in which SuperOffice reads it. */
export const atOrAfter = (column: string, time: DateTime): string =>
	`${column} afterTime ${written(time, "yyyy-MM-dd'T'HH:mm:ss")}`;

/**
 * A date of a row.
 * @param zone what a date without an offset means
 */
export function rowDate(row: ArchiveRow, column: string, zone: string): DateTime | undefined {
	const time = parseDateTime(String(row[column] ?? ''), zone);
	return time && !isNoDate(time) ? time : undefined;
}
