import { DateTime } from 'luxon';

import { FieldError, quote, type Kind, type Spot } from './kind';
import { isRecord } from '../json';

/** A calendar date, alone or with a time; luxon alone would also take `2026` or `10:30`. */
const STARTS_WITH_DATE = /^\d{4}-\d{2}-\d{2}($|[T ]\d{2})/;

/** Below this, a number of milliseconds lies before 1973: surely someone's seconds. */
const SMALLEST_MILLISECONDS = 1e11;

const ADVICE =
	'Give an ISO date and time, such as 2026-03-29T10:00:00 or 2026-03-29T10:00:00+02:00.';

function parse(value: unknown, zone: string): DateTime | undefined {
	if (value instanceof Date) return DateTime.fromJSDate(value, { zone });
	if (typeof value === 'number') {
		return Math.abs(value) < SMALLEST_MILLISECONDS
			? undefined
			: DateTime.fromMillis(value, { zone });
	}
	// Another copy of luxon makes DateTimes that are no instances of this one's.
	if (isRecord(value) && typeof value.toMillis === 'function') {
		return DateTime.fromMillis(Number(value.toMillis()), { zone });
	}
	if (typeof value !== 'string') return undefined;
	const iso = value.trim().replace(' ', 'T');
	return STARTS_WITH_DATE.test(iso) ? DateTime.fromISO(iso, { zone }) : undefined;
}

/**
 * A point in time from ISO text, a Date, a luxon DateTime or epoch milliseconds. Without an offset
 * the value is a wall-clock time in the zone; one that daylight saving skips moves forward.
 * @param zone IANA name
 * @returns the time in the zone
 * @throws FieldError when it is no possible date
 */
export function toDateTime(value: unknown, spot: Spot, zone: string): DateTime {
	const time = parse(value, zone);
	if (time?.isValid) return time;
	throw new FieldError(spot, `${quote(value)} is not a possible date and time`, ADVICE);
}

/** The instant as SuperOffice reads it in every zone: `2026-03-29T08:00:00Z`. */
export function toInstant(time: DateTime): string {
	return time.toUTC().toISO({ suppressMilliseconds: true }) ?? '';
}

/** The calendar day as SuperOffice writes it in recurrences, where it is never converted. */
export function toCalendarDate(time: DateTime): string {
	return `${time.toFormat('yyyy-MM-dd')}T00:00:00`;
}

export const dateTime: Kind = {
	name: 'Date and time',
	control: { type: 'dateTime', default: '' },
	cleared: null,
	encode: (value, spot, { zone }) => toInstant(toDateTime(value, spot, zone)),
};

/** A day without a time or zone (the dates of recurrences). */
export const calendarDate: Kind = {
	name: 'Date',
	control: { type: 'dateTime', default: '' },
	encode: (value, spot, { zone }) => toCalendarDate(toDateTime(value, spot, zone)),
};
