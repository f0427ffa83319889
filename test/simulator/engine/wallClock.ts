import { DateTime } from 'luxon';

/**
 * Times of day as a clock on the wall shows them in the tenant's base zone, where series keep them
 * across daylight saving. They are numbers: the milliseconds of a UTC day that shows the same.
 */
export type WallTime = number;

const MINUTE = 60_000;
export const DAY = 24 * 60 * MINUTE;

/** An instant, `…Z`, as the wall's clock shows it; `zone` is the tenant's base zone. */
export function toWall(instant: string, zone: string): WallTime {
	const time = DateTime.fromISO(instant, { zone });
	return time.toMillis() + time.offset * MINUTE;
}

/** The instant, `…Z`, at which the wall's clock shows a time. */
export function fromWall(wall: WallTime, zone: string): string {
	const time = DateTime.fromMillis(wall, { zone: 'UTC' }).setZone(zone, { keepLocalTime: true });
	return `${time.toUTC().toFormat("yyyy-MM-dd'T'HH:mm:ss")}Z`;
}

/** The start of a wall time's day. */
export function startOfDay(wall: WallTime): WallTime {
	return wall - (((wall % DAY) + DAY) % DAY);
}

/** A wall time's calendar day, as recurrences store it. */
export function toDate(wall: WallTime): string {
	return `${new Date(wall).toISOString().slice(0, 10)}T00:00:00`;
}

/** The start of a stored calendar day. */
export function fromDate(date: string): WallTime {
	return Date.parse(`${date.slice(0, 10)}T00:00:00Z`);
}

/** The day of the week, Monday being 0. */
export function weekday(wall: WallTime): number {
	return (new Date(wall).getUTCDay() + 6) % 7;
}
