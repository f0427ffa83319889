import { DateTime } from 'luxon';

import {
	calendarDayOf,
	FOREVER,
	parseDateTime,
	isEmptyDate,
	isForever,
	isNoDate,
	lacksOffset,
	NO_DATE,
} from '../dates';
import { isRecord } from '../json';
import { guessTimeUnit, SMALLEST_MILLISECONDS } from './epoch';
import { FieldError, quote, type FieldKind, type ParameterRef } from './fieldKind';

/** No year is written with fewer digits. */
const FIRST_YEAR = 1000;
const LAST_YEAR = 9999;

const ADVICE =
	'Give an ISO date and time, such as 2026-03-29T10:00:00 or 2026-03-29T10:00:00+02:00.';

/** The milliseconds since 1970 that a value counts, if it is no text. */
function millisecondsOf(value: unknown): number | undefined {
	if (typeof value === 'number') return value;
	if (value instanceof Date) return value.getTime();
	// Another copy of luxon makes DateTimes that are no instances of this one's.
	if (isRecord(value) && typeof value.toMillis === 'function') return Number(value.toMillis());
	return undefined;
}

/** A point in time from anything that may be one, possible or not; undefined for anything else. */
export function parseTime(value: unknown, zone: string): DateTime | undefined {
	if (typeof value === 'string') return parseDateTime(value, zone);
	const isSmall = typeof value === 'number' && Math.abs(value) < SMALLEST_MILLISECONDS;
	const milliseconds = isSmall ? undefined : millisecondsOf(value);
	return milliseconds === undefined || !Number.isFinite(milliseconds)
		? undefined
		: DateTime.fromMillis(milliseconds, { zone });
}

const isPossible = (time: DateTime) =>
	(time.isValid && time.year >= FIRST_YEAR && time.year <= LAST_YEAR) ||
	isNoDate(time) ||
	isForever(time);

/** What a value that is no possible date probably is. */
function problemHint(value: unknown, time: DateTime | undefined): string {
	const isDigits = typeof value === 'string' && /^\d{1,20}$/.test(value.trim());
	const guess = guessTimeUnit(isDigits ? Number(value) : (millisecondsOf(value) ?? NaN));
	if (guess !== undefined) return `; it is probably ${guess}`;
	return time?.isValid ? `; its year would be ${time.year}` : '';
}

/**
 * A point in time from ISO text, a Date, a luxon DateTime or epoch milliseconds. Without an offset
 * the value is a wall-clock time in the zone; one that daylight saving skips moves forward, of one
 * that it repeats the first counts.
 * @param zone IANA name
 * @param what the error calls it, with its own advice
 * @returns the time in the zone; SuperOffice's words for "no date" and "for ever" are times, too
 * @throws FieldError when it is no possible date
 */
export function toDateTime(
	value: unknown,
	ref: ParameterRef,
	zone: string,
	what = 'date and time',
	advice = ADVICE,
): DateTime {
	const time = parseTime(value, zone);
	if (time && isPossible(time)) return time;
	const problem = `${quote(value)} is not a possible ${what}${problemHint(value, time)}`;
	throw new FieldError(ref, problem, advice);
}

/** The instant as SuperOffice reads it in every zone: `2026-03-29T08:00:00Z`. */
export function toInstant(time: DateTime): string {
	if (isNoDate(time)) return NO_DATE;
	if (isForever(time)) return FOREVER;
	return time.toUTC().toISO({ suppressMilliseconds: true }) ?? '';
}

/**
 * A time by whose clock and calendar it is kept, without a zone: its own, but for SuperOffice's words,
 * which keep their digits.
 * @throws FieldError when it is no possible date
 */
export function toLocalTime(value: unknown, ref: ParameterRef, zone: string): DateTime {
	const time = toDateTime(value, ref, zone);
	return isNoDate(time) || isForever(time)
		? DateTime.fromISO(toInstant(time), { zone: 'UTC' })
		: time;
}

/**
 * A time of the day that a value stands for: a written day is that day in every zone, anything else
 * the day that it is in the zone.
 * @throws FieldError when it is no possible date
 */
export function toDay(value: unknown, ref: ParameterRef, zone: string): DateTime {
	const time = toLocalTime(value, ref, zone);
	const day = typeof value === 'string' && !isNoDate(time) ? calendarDayOf(value) : undefined;
	return day === undefined ? time : (parseDateTime(day, zone) ?? time);
}

/** The calendar day as SuperOffice writes it in recurrences, where it is never converted. */
export function toCalendarDate(time: DateTime): string {
	return `${time.toFormat('yyyy-MM-dd')}T00:00:00`;
}

/** A time that may be SuperOffice's "no date", as its answers have it. */
export const anyDateTime: FieldKind = {
	name: 'Date and time',
	control: { type: 'dateTime', default: '' },
	clearedValue: null,
	encode: (value, ref, { zone }) => toInstant(toDateTime(value, ref, zone)),
	inZone(value, zone) {
		const isShown = typeof value === 'string' && !lacksOffset(value) && !isEmptyDate(value);
		const time = isShown ? parseDateTime(value, zone) : undefined;
		return time?.toISO({ suppressMilliseconds: true }) ?? value;
	},
};

/** A time, which nothing else stands for. */
export const dateTime: FieldKind = {
	...anyDateTime,
	encode(value, ref, { zone }) {
		const time = toDateTime(value, ref, zone);
		const word = isNoDate(time) ? 'no date' : isForever(time) && 'for ever';
		if (!word) return toInstant(time);
		const problem = `${quote(value)} is SuperOffice's word for "${word}"`;
		throw new FieldError(ref, problem, 'Give a date and time, or leave it out.');
	},
};

/** A day without a time or zone (the dates of recurrences); "no date" is none. */
export const calendarDate: FieldKind = {
	name: 'Date',
	control: { type: 'dateTime', typeOptions: { dateOnly: true }, default: '' },
	encode(value, ref, { zone }) {
		const day = toDay(value, ref, zone);
		return isNoDate(day) ? undefined : toCalendarDate(day);
	},
};
