import { DateTime } from 'luxon';

import {
	hasOffset,
	isEmptyDate,
	isForever,
	isNoDate,
	lacksOffset,
	parseDateTime,
	startOfDay,
	withoutOffset,
} from '../dates';
import { isRecord } from '../json';
import { anyDateTime, calendarDate, toDateTime, toInstant } from './dateTime';
import type { FieldKind, ParameterRef } from './fieldKind';

/** A day alone, or its first or last minute by the clock that it is written in. */
const WHOLE_DAY =
	/^(\d{4}-\d{2}-\d{2})(?:T(?:0{1,2}(?::?00){0,2}|23:?59(?::?\d{2})?)(?:[.,]\d+)?)?$/;

const dayIn = (text: string) => WHOLE_DAY.exec(withoutOffset(text.trim()))?.[1];

const clockIn = (time: DateTime, zone: string) =>
	time.setZone(zone).toISO({ includeOffset: false }) ?? '';

/** The day that a value stands for, which is a time only because it has to be one; undefined for others. */
function dayOf(value: unknown, time: DateTime, zone: string): string | undefined {
	if (typeof value === 'string') return dayIn(value);
	// A luxon DateTime has a zone of its own; of a Date and of milliseconds none is known.
	const own = isRecord(value) && 'zoneName' in value ? String(value.zoneName) : 'UTC';
	return dayIn(clockIn(time, own)) ?? dayIn(clockIn(time, zone));
}

/**
 * The time that SuperOffice keeps for a day: a day, or its first or last minute in whatever zone, is
 * the midnight of that day in the base zone; any other time stays what it is.
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
	const day = dayOf(value, time, zone);
	const there = day === undefined ? time : (parseDateTime(day, baseZone) ?? time);
	return there.setZone(baseZone);
}

/** The same moment by another clock, on which it is no edge of a day. */
function asMoment(value: unknown): unknown {
	if (typeof value !== 'string' || !hasOffset(value) || isEmptyDate(value)) return value;
	const time = parseDateTime(value, 'UTC');
	return time && dayIn(value) ? time.setZone('UTC+3').toISO() : value;
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
	fromOwn: asMoment,
	inZone(value, _zone, baseZone) {
		const isShown = typeof value === 'string' && !lacksOffset(value) && !isEmptyDate(value);
		const time = isShown ? parseDateTime(value, baseZone) : undefined;
		if (!time) return value;
		return +time === +startOfDay(time)
			? time.toISODate()
			: time.toISO({ suppressMilliseconds: true });
	},
};
