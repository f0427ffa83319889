import { isNoDate, NO_DATE } from '../dates';
import { calendarDate, parseTime, toDay } from './dateTime';
import type { FieldKind } from './fieldKind';

/** A day and month of an unknown year (SuperOffice's OpenAPI file of Person: the year 2). */
const UNKNOWN_YEAR = /^0002-\d{2}-\d{2}/;

const FORMAT = 'yyyy-MM-dd';

/** The day of a time that is midnight in UTC, as those of answers are in whatever offset they come. */
function storedDay(value: unknown): string | undefined {
	const [unknown] = UNKNOWN_YEAR.exec(String(value)) ?? [];
	const time = parseTime(value, 'UTC');
	const isMidnight = time?.toFormat('HHmmss') === '000000';
	return unknown ?? (time && isMidnight && !isNoDate(time) ? time.toFormat(FORMAT) : undefined);
}

/**
 * A day of birth, without a time or a zone: "UTC date" in SuperOffice, where the year 1 is none and
 * the year 2 an unknown one.
 */
export const birthDate: FieldKind = {
	...calendarDate,
	name: 'Date',
	clearedValue: NO_DATE,
	encode(value, ref, { zone }) {
		const isUnknownYear = UNKNOWN_YEAR.test(String(value));
		// The only year that is no possible one otherwise.
		const day = isUnknownYear ? undefined : toDay(value, ref, zone);
		const stored = storedDay(value);
		if (stored !== undefined) return `${stored}T00:00:00Z`;
		return !day || isNoDate(day) ? undefined : `${day.toFormat(FORMAT)}T00:00:00Z`;
	},
	inZone: (value) => (typeof value === 'string' ? (storedDay(value) ?? value) : value),
};
