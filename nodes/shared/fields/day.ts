import type { DateTime } from 'luxon';

import {
	calendarDayOf,
	isEmptyDate,
	isForever,
	isNoDate,
	lacksOffset,
	parseDateTime,
	startOfDay,
} from '../dates';
import { anyDateTime, calendarDate, toDateTime, toInstant } from './dateTime';
import type { FieldKind, ParameterRef } from './fieldKind';

const isMidnight = (time: DateTime) => +time === +startOfDay(time);

/**
 * The time that SuperOffice keeps for a day: a day, or midnight in whatever zone, is the midnight of
 * that day in the base zone; any other time stays what it is.
 * @param zone IANA zone of times without an offset
 * @param baseZone IANA zone of the tenant's days
 * @throws FieldError when it is no possible date
 */
export function toTenantDay(
	value: unknown,
	ref: ParameterRef,
	zone: string,
	baseZone: string,
): DateTime {
	const time = toDateTime(value, ref, zone);
	if (isNoDate(time) || isForever(time)) return time;
	const ofTime = isMidnight(time) ? (time.toISODate() ?? undefined) : undefined;
	const day = typeof value === 'string' ? calendarDayOf(value) : ofTime;
	const there = day === undefined ? time : (parseDateTime(day, baseZone) ?? time);
	return there.setZone(baseZone);
}

/**
 * A day such as a sale date. SuperOffice keeps it as a time of its base zone (`DateTime` in its
 * documentation of the tables `sale` and `project`), so that elsewhere it may be on another day. It
 * comes out as the day that it is there.
 */
export const day: FieldKind = {
	...anyDateTime,
	name: 'Day',
	control: calendarDate.control,
	encode: async (value, ref, { zone, baseZone }) =>
		toInstant(toTenantDay(value, ref, zone, await baseZone())),
	inZone(value, _zone, baseZone) {
		const isShown = typeof value === 'string' && !lacksOffset(value) && !isEmptyDate(value);
		const time = isShown ? parseDateTime(value, baseZone) : undefined;
		if (!time) return value;
		return isMidnight(time) ? time.toISODate() : time.toISO({ suppressMilliseconds: true });
	},
};
