import { DateTime } from 'luxon';

/**
 * A date with a time, as SuperOffice, n8n and sheets write it: a blank for the T, an hour of one
 * digit, offsets such as Z, +01:00, +0100 and +01, and a zone's name behind it.
 */
const WRITTEN =
	/^((?:[+-]\d{2})?\d{4}-\d{2}-\d{2})[T ](\d[\d:.,]*) ?(?:(Z)|([+-]\d{2})(?::?(\d{2}))?)?(\[[^\]]*\])?$/i;

const DAY_ALONE = /^\d{4}-\d{2}-\d{2}$/;

/** The clock's time at midnight. */
const MIDNIGHT = /^0{1,2}(?::?00){0,2}(?:[.,]0+)?$/;

/** Farther from UTC than any zone. */
const FARTHEST = 14 * 60;

/** The parts of a written date and time. */
interface Written {
	/** Such as `2026-09-07`. */
	day: string;
	/** Such as `08:20:00`. */
	clock: string;
	/** `Z` or such as `+01:00`. */
	offset?: string;
	/** A zone's name in brackets. */
	zone: string;
}

function parseWritten(text: string): Written | undefined {
	const found = WRITTEN.exec(text.trim());
	if (!found) return undefined;
	const [, day, clock, utc, hours, minutes = '00', zone = ''] = found;
	const offset = utc ? 'Z' : hours && `${hours}:${minutes}`;
	return { day, clock: clock.replace(/^\d(?!\d)/, '0$&'), offset, zone };
}

export const hasOffset = (text: string): boolean => parseWritten(text)?.offset !== undefined;

/** Whether a text is a date with a time that says nothing of its offset. */
export function lacksOffset(text: string): boolean {
	const written = parseWritten(text);
	return written !== undefined && written.offset === undefined && written.zone === '';
}

/** The same clock's time without its offset; any other text stays as it is. */
export function withoutOffset(text: string): string {
	const written = parseWritten(text);
	return written ? `${written.day}T${written.clock}` : text;
}

/** A date in the one spelling that everything reads, with this offset where it has none. */
export function withOffset(text: string, missing: string): string {
	const written = parseWritten(text);
	return written ? `${written.day}T${written.clock}${written.offset ?? missing}` : text;
}

/**
 * The day of a text that is a day: one alone, or midnight, whatever its offset. SuperOffice puts the
 * zone of an answer behind days that belong to no zone.
 */
export function calendarDayOf(text: string): string | undefined {
	if (DAY_ALONE.test(text.trim())) return text.trim();
	const written = parseWritten(text);
	return written && MIDNIGHT.test(written.clock) ? written.day : undefined;
}

/**
 * SuperOffice's words for "no date" and "for ever" (.NET's first and last moment), as it writes them
 * in UTC. Elsewhere it moves them by an offset or keeps their digits, so that the days around count.
 */
export const NO_DATE = '0001-01-01T00:00:00Z';
export const FOREVER = '9999-12-31T23:59:59Z';

const LAST_DAYS = DateTime.utc(9999, 12, 30);

export const isNoDate = (time: DateTime): boolean => [0, 1].includes(time.toUTC().year);
export const isForever = (time: DateTime): boolean =>
	time >= LAST_DAYS && time.toUTC().year <= 10_000;

const WRITTEN_NO_DATE = /^(?:000[01]-|-0)/;
const WRITTEN_FOREVER = /^(?:9999-12-3[01]|\+010000-01-0[12])/;

/** Whether a text is SuperOffice's word for "no date", in any offset. */
export const isNoDateText = (text: string): boolean =>
	WRITTEN_NO_DATE.test(parseWritten(text)?.day ?? '');

/** Whether a text is SuperOffice's word for "no date" or "for ever", in any offset. */
export function isEmptyDate(text: string): boolean {
	const day = parseWritten(text)?.day ?? '';
	return WRITTEN_NO_DATE.test(day) || WRITTEN_FOREVER.test(day);
}

/**
 * The first of the two moments that a repeated clock's time may be; luxon chooses by the offset of
 * the present day.
 */
function firstMoment(time: DateTime): DateTime {
	if (time.isOffsetFixed) return time;
	const { offset } = time.minus({ days: 1 });
	const earlier = time.minus({ minutes: offset - time.offset });
	return earlier < time && earlier.offset === offset ? earlier : time;
}

/** The first moment of a time's day, in the time's zone. */
export const startOfDay = (time: DateTime): DateTime => firstMoment(time.startOf('day'));

/** The last whole second of a time's day, in the time's zone. */
export const endOfDay = (time: DateTime): DateTime =>
	startOfDay(time.plus({ days: 1 })).minus({ seconds: 1 });

/**
 * A date, alone or with a time, from text.
 * @param zone IANA name; where the text has no offset, its time is one of the clocks there. One that
 * daylight saving skips moves forward, of one that it repeats the first counts.
 * @returns the time in the zone; undefined for text that is no possible date
 */
export function parseDateTime(text: string, zone: string): DateTime | undefined {
	const written = parseWritten(text);
	const iso = written
		? `${written.day}T${written.clock}${written.offset ?? written.zone}`
		: text.trim();
	if (!written && !DAY_ALONE.test(iso)) return undefined;
	const time = DateTime.fromISO(iso, { zone, setZone: true });
	if (!time.isValid || (time.isOffsetFixed && Math.abs(time.offset) > FARTHEST)) return undefined;
	return firstMoment(time).setZone(zone);
}
