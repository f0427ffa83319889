import cloneDeep from 'lodash/cloneDeep';
import get from 'lodash/get';
import omitBy from 'lodash/omitBy';
import pick from 'lodash/pick';
import set from 'lodash/set';
import type { DateTime } from 'luxon';

import { endOfDay, parseDateTime, startOfDay } from '../../shared/dates';
import { toCalendarDate, toInstant } from '../../shared/fields/dateTime';
import { FieldError } from '../../shared/fields/fieldKind';
import { asRecord, isRecord, type Json, type JsonObject } from '../../shared/json';
import { stripEmpty } from '../../shared/shape';
import { appointmentFields } from './appointment.fields';
import { WEEKDAYS } from './series/recurrence.columns';

/** The properties that changes of times depend on. */
export const TIME_PROPERTIES = ['StartDate', 'EndDate', 'IsAlldayEvent'];

const bodyTime = (body: JsonObject, property: string, zone: string) =>
	typeof body[property] === 'string' ? parseDateTime(body[property], zone) : undefined;

const isSameValue = (one: Json, other: Json | undefined, zone: string) =>
	typeof one === 'string' && typeof other === 'string'
		? +(parseDateTime(one, zone) ?? NaN) === +(parseDateTime(other, zone) ?? NaN)
		: one === other;

const isMidnight = (time: DateTime) => +time === +startOfDay(time);

/** Whether the days of an all-day appointment are not those of a record. */
const changesDays = (whole: JsonObject, given: JsonObject) =>
	whole.IsAlldayEvent === true && TIME_PROPERTIES.some((property) => given[property] !== undefined);

/** An end; midnight as one belongs to the day before. */
const withinLastDay = (start: DateTime, end: DateTime) =>
	end > start && isMidnight(end) ? end.minus({ seconds: 1 }) : end;

/**
 * An all-day appointment covers its days from midnight to the last second in the zone, so that
 * the last day is neither lost nor followed by another one, whichever way the end is read.
 */
function coverWholeDays(body: JsonObject, zone: string, given: JsonObject): void {
	const start = bodyTime(body, 'StartDate', zone);
	const end = bodyTime(body, 'EndDate', zone);
	if (start) body.StartDate = toInstant(startOfDay(start));
	if (!end) return;
	// Beside a time of day, midnight is one, too; else it stands for its day, as in n8n's date picker.
	const areTimes = start && !isMidnight(start) && given.StartDate && given.EndDate;
	body.EndDate = toInstant(endOfDay(areTimes ? withinLastDay(start, end) : end));
}

/** Fails where the end is before the start; the end is never moved along. */
function rejectEndBeforeStart(body: JsonObject, zone: string, given: JsonObject): void {
	const start = bodyTime(body, 'StartDate', zone);
	const end = bodyTime(body, 'EndDate', zone);
	if (!start || !end || end >= start) return;
	const { startDate, endDate } = appointmentFields;
	const [hasStart, hasEnd] = [given.StartDate !== undefined, given.EndDate !== undefined];
	if (hasEnd) {
		throw new FieldError(
			{ parameter: 'endDate', label: endDate.label },
			`${end.toISO()} is before the start, ${start.toISO()}${hasStart ? '' : ', which stays'}`,
			'Let the appointment end at or after its start (startDate).',
		);
	}
	if (!hasStart) return;
	throw new FieldError(
		{ parameter: 'startDate', label: startDate.label },
		`${start.toISO()} is after the end, ${end.toISO()}, which stays`,
		'Set the end (endDate) as well.',
	);
}

/** Calendar dates compare as text. */
function rejectSeriesEndBeforeStart({ Recurrence: rule }: JsonObject): void {
	if (!isRecord(rule) || typeof rule.EndDate !== 'string') return;
	if (typeof rule.StartDate !== 'string' || rule.EndDate >= rule.StartDate) return;
	throw new FieldError(
		{ parameter: 'recurrence.rule.endDate', label: 'Last Day' },
		`${rule.EndDate.slice(0, 10)} is before the first day, ${rule.StartDate.slice(0, 10)}`,
		'Let the series end on or after its first day.',
	);
}

/** Path and parameter of the weekdays of a rule; undefined if its pattern has none. */
function weekdayField({ Pattern, MonthPattern, YearPattern }: JsonObject) {
	const byWeekday = (one: Json) => asRecord(one).Pattern === 'WeekdayOfMonth';
	const weekday = { parameter: 'recurrence.rule.weekday', label: 'Weekday' };
	if (Pattern === 'Weekly') {
		const ref = { parameter: 'recurrence.rule.weekdays', label: 'Weekdays' };
		return { path: 'WeekPattern.Weekdays', ref };
	}
	if (Pattern === 'Monthly' && byWeekday(MonthPattern)) {
		return { path: 'MonthPattern.Weekday', ref: weekday };
	}
	if (Pattern === 'Yearly' && byWeekday(YearPattern)) {
		return { path: 'YearPattern.Weekday', ref: weekday };
	}
	return undefined;
}

/**
 * Completes a rule by pattern: by default it starts on the appointment's day, with the weekday of
 * that day.
 * @throws FieldError for a rule without a weekday where no day is known
 */
function startRecurrence(body: JsonObject, zone: string): void {
	if (!isRecord(body.Recurrence) || body.Recurrence.Pattern === 'Custom') return;
	const rule = cloneDeep(body.Recurrence) as JsonObject;
	const first = bodyTime(rule, 'StartDate', zone) ?? bodyTime(body, 'StartDate', zone);
	if (first) rule.StartDate = toCalendarDate(first);
	const weekdays = weekdayField(rule);
	if (weekdays && get(rule, weekdays.path) === undefined) {
		const advice = 'Choose at least one, or set the start (startDate), whose weekday counts then.';
		if (!first) throw new FieldError(weekdays.ref, 'is empty', advice);
		set(rule, weekdays.path, WEEKDAYS[first.weekday - 1]);
	}
	body.Recurrence = rule;
}

/**
 * That an appointment is an all-day one, and its days where it begins and ends with a day of the zone: it may
 * have been made in another one.
 */
export function wholeDays(record: JsonObject, zone: string): JsonObject {
	if (record.IsAlldayEvent !== true) return {};
	const [start, end] = [bodyTime(record, 'StartDate', zone), bodyTime(record, 'EndDate', zone)];
	const areDays = start && end && isMidnight(start) && +end === +endOfDay(end);
	if (!areDays) return { IsAlldayEvent: true };
	const [StartDate, EndDate] = [start, end].map((time) => time.toFormat('yyyy-MM-dd'));
	return { StartDate, EndDate, IsAlldayEvent: true };
}

/** Sets HasAlarm with a lead time, unless it is given. */
export const withAlarm = (given: JsonObject): JsonObject =>
	given.AlarmLeadTime === undefined || given.HasAlarm !== undefined
		? given
		: { ...given, HasAlarm: true };

/**
 * Normalizes an AppointmentEntity's times and recurrence, in place.
 * @param zone IANA zone of the days of an all-day appointment and of a series
 * @param given what of it a person gave
 * @throws FieldError for an end before the start
 */
export function normalizeTimes(body: JsonObject, zone: string, given: JsonObject = body): void {
	if (changesDays(body, given)) coverWholeDays(body, zone, given);
	rejectEndBeforeStart(body, zone, given);
	startRecurrence(body, zone);
	rejectSeriesEndBeforeStart(body);
}

/** Whether changes have to agree with what the record keeps. */
export const dependsOnRecord = (changes: JsonObject): boolean =>
	[...TIME_PROPERTIES, 'Recurrence'].some((property) => property in changes);

/**
 * The changes without times that equal those of the record.
 * @param record with its TIMES
 */
export const changedTimes = (changes: JsonObject, record: JsonObject, zone: string): JsonObject =>
	omitBy(
		changes,
		(value, property) =>
			TIME_PROPERTIES.includes(property) && isSameValue(value, record[property], zone),
	) as JsonObject;

/**
 * Changes that agree with each other and with the record: days of an all-day appointment are whole,
 * and where it becomes one, its start and end change along.
 * @param record with its TIMES
 * @throws FieldError where it would end before it starts
 */
export function normalizeTimeChanges(
	changes: JsonObject,
	record: JsonObject,
	zone: string,
): JsonObject {
	const before = pick(stripEmpty(record) as JsonObject, TIME_PROPERTIES);
	const whole = { ...before, ...changes };
	const given = changedTimes(changes, before, zone);
	const [start, end] = [bodyTime(before, 'StartDate', zone), bodyTime(before, 'EndDate', zone)];
	if (changesDays(whole, given) && given.EndDate === undefined && start && end) {
		whole.EndDate = toInstant(withinLastDay(start, end));
	}
	normalizeTimes(whole, zone, given);
	const becomesAllDay = whole.IsAlldayEvent === true && before.IsAlldayEvent !== true;
	const sent = becomesAllDay ? [...TIME_PROPERTIES, ...Object.keys(changes)] : Object.keys(changes);
	return pick(whole, sent);
}
