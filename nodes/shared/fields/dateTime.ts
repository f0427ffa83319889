import { DateTime } from 'luxon';

import { dayIn, FOREVER, fromText, isForever, isNoDate, NO_DATE } from '../dates';
import { isRecord } from '../json';
import { guessOf, SMALLEST_MILLISECONDS } from './epoch';
import { FieldError, quote, type Kind, type Spot } from './kind';

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

function parse(value: unknown, zone: string): DateTime | undefined {
	if (typeof value === 'string') return fromText(value, zone);
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
function hintOf(value: unknown, time: DateTime | undefined): string {
	const isDigits = typeof value === 'string' && /^\d{1,20}$/.test(value.trim());
	const guess = guessOf(isDigits ? Number(value) : (millisecondsOf(value) ?? NaN));
	if (guess !== undefined) return `; it is probably ${guess}`;
	return time?.isValid ? `; its year would be ${time.year}` : '';
}

/**
 * A point in time from ISO text, a Date, a luxon DateTime or epoch milliseconds. Without an offset
 * the value is a wall-clock time in the zone; one that daylight saving skips moves forward, of one
 * that it repeats the first counts.
 * @param zone IANA name
 * @returns the time in the zone; SuperOffice's words for "no date" and "for ever" are times, too
 * @throws FieldError when it is no possible date
 */
export function toDateTime(value: unknown, spot: Spot, zone: string): DateTime {
	const time = parse(value, zone);
	if (time && isPossible(time)) return time;
	const problem = `${quote(value)} is not a possible date and time${hintOf(value, time)}`;
	throw new FieldError(spot, problem, ADVICE);
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
export function toLocalTime(value: unknown, spot: Spot, zone: string): DateTime {
	const time = toDateTime(value, spot, zone);
	return isNoDate(time) || isForever(time)
		? DateTime.fromISO(toInstant(time), { zone: 'UTC' })
		: time;
}

/**
 * A time of the day that a value stands for: a written day is that day in every zone, anything else
 * the day that it is in the zone.
 * @throws FieldError when it is no possible date
 */
export function toDay(value: unknown, spot: Spot, zone: string): DateTime {
	const time = toLocalTime(value, spot, zone);
	const day = typeof value === 'string' && !isNoDate(time) ? dayIn(value) : undefined;
	return day === undefined ? time : (fromText(day, zone) ?? time);
}

/** The calendar day as SuperOffice writes it in recurrences, where it is never converted. */
export function toCalendarDate(time: DateTime): string {
	return `${time.toFormat('yyyy-MM-dd')}T00:00:00`;
}

/** A time that may be SuperOffice's "no date", as its answers have it. */
export const anyDateTime: Kind = {
	name: 'Date and time',
	control: { type: 'dateTime', default: '' },
	cleared: null,
	encode: (value, spot, { zone }) => toInstant(toDateTime(value, spot, zone)),
};

/** A time, which nothing else stands for. */
export const dateTime: Kind = {
	...anyDateTime,
	encode(value, spot, { zone }) {
		const time = toDateTime(value, spot, zone);
		const word = isNoDate(time) ? 'no date' : isForever(time) && 'for ever';
		if (!word) return toInstant(time);
		const problem = `${quote(value)} is SuperOffice's word for "${word}"`;
		throw new FieldError(spot, problem, 'Give a date and time, or leave it out.');
	},
};

/** A day without a time or zone (the dates of recurrences); "no date" is none. */
export const calendarDate: Kind = {
	name: 'Date',
	control: { type: 'dateTime', default: '' },
	encode(value, spot, { zone }) {
		const day = toDay(value, spot, zone);
		return isNoDate(day) ? undefined : toCalendarDate(day);
	},
};
