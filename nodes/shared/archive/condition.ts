import { DateTime } from 'luxon';

import { fromText, isNoDate } from '../dates';
import type { Json } from '../json';

/** A row of an archive, by column. */
export type Row = Record<string, Json>;

/** What rows have to meet. */
export interface Condition {
	/** For SuperOffice, as a term of $filter; none where no term is sure to miss nothing. */
	filter?: string;
	/** Columns that `keeps` looks at. */
	columns?: string[];
	/** Judges a row once more, exactly, where SuperOffice may read the filter in several ways. */
	keeps?(row: Row): boolean;
}

/**
 * How many days a date in a filter lies beyond the time that is meant: in which zone SuperOffice
 * reads it, and whether it compares days or moments, is documented nowhere. A zone is at most 14
 * hours from UTC, and the comparison leaves out the day itself.
 */
const MARGIN = 2;

/** No record lies before or behind these, and further on no year can be read. */
const [EARLIEST, LATEST] = [DateTime.utc(1000), DateTime.utc(9999, 12, 31)];

const written = (time: DateTime, format: string) =>
	`'${DateTime.min(DateTime.max(time, EARLIEST), LATEST).toUTC().toFormat(format)}'`;

const dayOf = (time: DateTime) => written(time, 'yyyy-MM-dd');

/** A term that all times from this one on meet, in whichever zone it is read; some earlier ones do, too. */
export const surelyFrom = (column: string, time: DateTime): string =>
	`${column} after ${dayOf(time.minus({ days: MARGIN }))}`;

/** A term that all times before this one meet, in whichever zone it is read; some later ones do, too. */
export const surelyBefore = (column: string, time: DateTime): string =>
	`${column} before ${dayOf(time.plus({ days: MARGIN }))}`;

/** A term that times at this one or later meet, in the zone in which SuperOffice reads it. */
export const atOrAfter = (column: string, time: DateTime): string =>
	`${column} afterTime ${written(time, "yyyy-MM-dd'T'HH:mm:ss")}`;

/**
 * A date of a row.
 * @param zone what a date without an offset means
 */
export function dateIn(row: Row, column: string, zone: string): DateTime | undefined {
	const time = fromText(String(row[column] ?? ''), zone);
	return time && !isNoDate(time) ? time : undefined;
}
