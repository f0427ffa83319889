import { DateTime } from 'luxon';

/**
 * Time zones as SuperOffice numbers and codes them. The numbers of UTC, NO and US-NY come from its
 * documentation of SO-TimeZone, that of AU-WA and the form of the names from the time zone lists;
 * FR is named in its official client, without a number.
 */
export const ZONES = [
	{ id: 1, code: 'UTC', iana: 'UTC', name: 'UTC/GMT (GMT+00.00)', country: 0 },
	{
		id: 45,
		code: 'AU-WA',
		iana: 'Australia/Perth',
		name: 'Western Australia (GMT+08.00)',
		country: 36,
	},
	{ id: 261, code: 'NO', iana: 'Europe/Oslo', name: 'Norway (GMT+01.00)', country: 578 },
	{ id: 460, code: 'US-NY', iana: 'America/New_York', name: 'New York (GMT-05.00)', country: 840 },
	{ id: undefined, code: 'FR', iana: 'Europe/Paris', name: 'France (GMT+01.00)', country: 250 },
];

/** A new tenant's base zone: what SuperOffice stores in, and means where no zone is given. */
export const BASE_ZONE = 'Europe/Oslo';

/** How one request wants its dates read and written. */
export interface Clock {
	/** IANA name. */
	zone: string;
	/** Write `Z` or an offset behind each date. */
	withOffset: boolean;
	/** IANA name of the tenant's base zone. */
	base: string;
}

/** Reads an SO-TimeZone header; undefined for a zone that the tenant does not have. */
export function readClock(header: string | undefined, base: string): Clock | undefined {
	const parts = (header ?? '').split(',').map((part) => part.trim());
	const withOffset = parts.some((part) => part.toLowerCase() === 'includetzoffset');
	const wanted = parts.find((part) => part !== '' && part.toLowerCase() !== 'includetzoffset');
	if (wanted === undefined) return { zone: base, withOffset, base };
	const zone = ZONES.find(
		({ id, code }) => String(id) === wanted || code.toLowerCase() === wanted.toLowerCase(),
	);
	return zone && { zone: zone.iana, withOffset, base };
}

const INSTANTS = [
	'StartDate',
	'EndDate',
	'ActiveDate',
	'PublishEventDate',
	'PublishTo',
	'PublishFrom',
	'AvailableTimeStart',
	'AvailableTimeEnd',
	'RecommendedTimeStart',
	'RecommendedTimeEnd',
	// Of documents; the dates of a recurrence are told apart by their way.
	'Date',
	'Saledate',
	'SaleDate',
	'ReopenDate',
	'NextDueDate',
	'NextMilestoneDate',
	...['ReadByOwner', 'ReadByCustomer', 'FirstReadByOwner', 'FirstReadByUser', 'Activate'],
	...['ClosedAt', 'RepliedAt', 'AlertTimeout', 'Deadline', 'SourceTicketEntityActivate'],
	// What these two of companies and persons are is documented nowhere: a guess.
	'DbiLastSyncronized',
	'DbiLastModified',
];
const UTC = [
	...['CreatedDate', 'UpdatedDate', 'Updated', 'Registered', 'LastChanged', 'CheckedInDate'],
	// That these of requests are in UTC, as such dates of other records, is a guess.
	...['CreatedAt', 'ChangedAt'],
];
/** Days without a time, the same in every zone. */
const DAYS = ['BirthDate'];
const CALENDAR = ['StartDate', 'EndDate', 'Date'];
/** What the flat carrier has of a recurrence. */
const CALENDAR_COPIES = ['RecurringStartDate', 'RecurringEndDate'];
const SENTINEL = /^(0001-01-01|9999-12-31)/;

function write(time: DateTime, withOffset: boolean): string {
	const local = time.toFormat("yyyy-MM-dd'T'HH:mm:ss");
	if (!withOffset) return local;
	return local + (time.offset === 0 ? 'Z' : time.toFormat('ZZ'));
}

/** A moment as it is stored, to the second; luxon would take a hundred times as long. */
export const storedInstant = (milliseconds: number): string =>
	`${new Date(milliseconds).toISOString().slice(0, 19)}Z`;

export const HOUR = 3_600_000;

/** Offsets in minutes by zone and hour: archives write thousands of dates, too many for luxon. */
const offsets = new Map<string, number>();

function offsetAt(time: number, zone: string): number {
	const key = `${zone} ${Math.floor(time / HOUR)}`;
	const offset = offsets.get(key) ?? DateTime.fromMillis(time, { zone }).offset;
	offsets.set(key, offset);
	return offset;
}

/** A stored instant in a zone. */
function writeInstant(date: string, { zone, withOffset }: Clock): string {
	const time = Date.parse(date);
	const offset = offsetAt(time, zone);
	const local = new Date(time + offset * 60_000).toISOString().slice(0, 19);
	if (!withOffset) return local;
	return local + (offset === 0 ? 'Z' : DateTime.fromMillis(time, { zone }).toFormat('ZZ'));
}

/** Calendar dates and sentinels keep their digits in every zone: only the label changes. */
function relabel(date: string, { zone, withOffset }: Clock): string {
	// .NET's first moment has no earlier local time, so east of Greenwich it moves instead.
	if (date.startsWith('0001') && withOffset) {
		const winter = DateTime.fromISO('2001-01-01', { zone });
		const hours = Math.max(0, winter.offset / 60);
		const label = winter.offset === 0 ? 'Z' : winter.toFormat('ZZ');
		return `0001-01-01T${String(hours).padStart(2, '0')}:00:00${label}`;
	}
	if (date.startsWith('9999') && withOffset) {
		const winter = DateTime.fromISO('2001-01-01', { zone });
		return `${date}${winter.offset === 0 ? 'Z' : winter.toFormat('ZZ')}`;
	}
	return write(DateTime.fromISO(date, { zone }), withOffset);
}

/** A stored date in the words of a request; `path` is the property's way from the entity down. */
export function writeDate(date: string, path: string[], clock: Clock): string {
	const property = path[path.length - 1];
	if (UTC.includes(property)) {
		if (SENTINEL.test(date)) return clock.withOffset ? `${date}Z` : date;
		return writeInstant(date, { ...clock, zone: clock.withOffset ? 'UTC' : clock.base });
	}
	const isCalendar =
		path.includes('Recurrence') || [...CALENDAR_COPIES, ...DAYS].includes(property);
	if (SENTINEL.test(date) || isCalendar) return relabel(date, clock);
	return writeInstant(date, clock);
}

/** Whether a property of the appointment, or of what is nested in it, is a date. */
export function isDate(path: string[]): boolean {
	const property = path[path.length - 1];
	if (path.includes('Recurrence')) return CALENDAR.includes(property);
	return [...INSTANTS, ...UTC, ...CALENDAR_COPIES, ...DAYS].includes(property);
}

/**
 * A date that came in, as it is stored: instants in UTC (`…Z`), calendar dates and sentinels bare.
 * Unzoned input means the request's zone (SuperOffice's documentation of time zones).
 * @returns undefined for text that is no date
 */
export function readDate(text: string, path: string[], clock: Clock): string | undefined {
	const sentinel = SENTINEL.exec(text);
	if (sentinel) return sentinel[1] === '0001-01-01' ? '0001-01-01T00:00:00' : '9999-12-31T23:59:59';
	if (path.includes('Recurrence') || DAYS.includes(path[path.length - 1])) {
		const day = /^\d{4}-\d{2}-\d{2}/.exec(text)?.[0];
		return day && DateTime.fromISO(day).isValid ? `${day}T00:00:00` : undefined;
	}
	const time = DateTime.fromISO(text, { zone: clock.zone });
	return time.isValid ? write(time.toUTC(), true) : undefined;
}
