import cloneDeep from 'lodash/cloneDeep';
import get from 'lodash/get';
import omitBy from 'lodash/omitBy';
import pick from 'lodash/pick';
import set from 'lodash/set';
import type { DateTime } from 'luxon';

import { endOfDay, fromText, startOfDay } from '../../shared/dates';
import { toCalendarDate, toInstant } from '../../shared/fields/dateTime';
import { FieldError } from '../../shared/fields/kind';
import { asRecord, isRecord, type Json, type JsonObject } from '../../shared/json';
import { clean } from '../../shared/shape';
import { appointmentFields } from './appointment.fields';
import { WEEKDAYS } from './series/recurrence.fields';

/** What of a record its changes have to agree with. */
export const TIMES = ['StartDate', 'EndDate', 'IsAlldayEvent'];

const timeOf = (body: JsonObject, property: string, zone: string) =>
	typeof body[property] === 'string' ? fromText(body[property], zone) : undefined;

const isSame = (one: Json, other: Json | undefined, zone: string) =>
	typeof one === 'string' && typeof other === 'string'
		? +(fromText(one, zone) ?? NaN) === +(fromText(other, zone) ?? NaN)
		: one === other;

const isMidnight = (time: DateTime) => +time === +startOfDay(time);

/** Whether the days of an all-day appointment are not those of a record. */
const changesDays = (whole: JsonObject, given: JsonObject) =>
	whole.IsAlldayEvent === true && TIMES.some((property) => given[property] !== undefined);

/** An end; midnight as one belongs to the day before. */
const withinLastDay = (start: DateTime, end: DateTime) =>
	end > start && isMidnight(end) ? end.minus({ seconds: 1 }) : end;

/**
 * An all-day appointment covers its days from midnight to the last second in the zone, so that
 * the last day is neither lost nor followed by another one, whichever way the end is read.
 */
function coverWholeDays(body: JsonObject, zone: string, given: JsonObject): void {
	const start = timeOf(body, 'StartDate', zone);
	const end = timeOf(body, 'EndDate', zone);
	if (start) body.StartDate = toInstant(startOfDay(start));
	if (!end) return;
	// Beside a time of day, midnight is one, too; else it stands for its day, as in n8n's date picker.
	const areTimes = start && !isMidnight(start) && given.StartDate && given.EndDate;
	body.EndDate = toInstant(endOfDay(areTimes ? withinLastDay(start, end) : end));
}

/** Nobody who moves only the start expects the end to move along: it is an error that says so. */
function refuseEndBeforeStart(body: JsonObject, zone: string, given: JsonObject): void {
	const start = timeOf(body, 'StartDate', zone);
	const end = timeOf(body, 'EndDate', zone);
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
function refuseSeriesEndBeforeStart({ Recurrence: rule }: JsonObject): void {
	if (!isRecord(rule) || typeof rule.EndDate !== 'string') return;
	if (typeof rule.StartDate !== 'string' || rule.EndDate >= rule.StartDate) return;
	throw new FieldError(
		{ parameter: 'recurrence.rule.endDate', label: 'Last Day' },
		`${rule.EndDate.slice(0, 10)} is before the first day, ${rule.StartDate.slice(0, 10)}`,
		'Let the series end on or after its first day.',
	);
}

/** Where the form and a rule have the weekdays that the rule goes by; undefined where it goes by none. */
function weekdaysOf({ Pattern, MonthPattern, YearPattern }: JsonObject) {
	const byWeekday = (one: Json) => asRecord(one).Pattern === 'WeekdayOfMonth';
	const weekday = { parameter: 'recurrence.rule.weekday', label: 'Weekday' };
	if (Pattern === 'Weekly') {
		const spot = { parameter: 'recurrence.rule.weekdays', label: 'Weekdays' };
		return { path: 'WeekPattern.Weekdays', spot };
	}
	if (Pattern === 'Monthly' && byWeekday(MonthPattern)) {
		return { path: 'MonthPattern.Weekday', spot: weekday };
	}
	if (Pattern === 'Yearly' && byWeekday(YearPattern)) {
		return { path: 'YearPattern.Weekday', spot: weekday };
	}
	return undefined;
}

/**
 * A rule by pattern starts, unless told otherwise, on the appointment's own day, and goes by the
 * weekday of its first day.
 * @throws FieldError for a rule without a weekday where no day is known
 */
function startRecurrence(body: JsonObject, zone: string): void {
	if (!isRecord(body.Recurrence) || body.Recurrence.Pattern === 'Custom') return;
	const rule = cloneDeep(body.Recurrence) as JsonObject;
	const first = timeOf(rule, 'StartDate', zone) ?? timeOf(body, 'StartDate', zone);
	if (first) rule.StartDate = toCalendarDate(first);
	const weekdays = weekdaysOf(rule);
	if (weekdays && get(rule, weekdays.path) === undefined) {
		const advice = 'Choose at least one, or set the start (startDate), whose weekday counts then.';
		if (!first) throw new FieldError(weekdays.spot, 'is empty', advice);
		set(rule, weekdays.path, WEEKDAYS[first.weekday - 1]);
	}
	body.Recurrence = rule;
}

/** A lead time means an alarm, unless that is set as well. */
export const withAlarm = (given: JsonObject): JsonObject =>
	given.AlarmLeadTime === undefined || given.HasAlarm !== undefined
		? given
		: { ...given, HasAlarm: true };

/**
 * Makes an AppointmentEntity's properties agree with each other, in place.
 * @param zone IANA zone of the days of an all-day appointment and of a series
 * @param given what of it a person gave
 * @throws FieldError for an end before the start
 */
export function settle(body: JsonObject, zone: string, given: JsonObject = body): void {
	if (changesDays(body, given)) coverWholeDays(body, zone, given);
	refuseEndBeforeStart(body, zone, given);
	startRecurrence(body, zone);
	refuseSeriesEndBeforeStart(body);
}

/** Whether changes have to agree with what the record keeps. */
export const dependsOnRecord = (changes: JsonObject): boolean =>
	[...TIMES, 'Recurrence'].some((property) => property in changes);

/**
 * What of changes is not as the record has it: what comes back as it was read changes nothing.
 * @param record with its TIMES
 */
export const different = (changes: JsonObject, record: JsonObject, zone: string): JsonObject =>
	omitBy(
		changes,
		(value, property) => TIMES.includes(property) && isSame(value, record[property], zone),
	) as JsonObject;

/**
 * Changes that agree with each other and with the record: days of an all-day appointment are whole,
 * and where it becomes one, its start and end change along.
 * @param record with its TIMES
 * @throws FieldError where it would end before it starts
 */
export function settleChanges(changes: JsonObject, record: JsonObject, zone: string): JsonObject {
	const before = pick(clean(record) as JsonObject, TIMES);
	const whole = { ...before, ...changes };
	const given = different(changes, before, zone);
	const [start, end] = [timeOf(before, 'StartDate', zone), timeOf(before, 'EndDate', zone)];
	if (changesDays(whole, given) && given.EndDate === undefined && start && end) {
		whole.EndDate = toInstant(withinLastDay(start, end));
	}
	settle(whole, zone, given);
	const becomesAllDay = whole.IsAlldayEvent === true && before.IsAlldayEvent !== true;
	const sent = becomesAllDay ? [...TIMES, ...Object.keys(changes)] : Object.keys(changes);
	return pick(whole, sent);
}
