import { DateTime } from 'luxon';

import { FieldError } from '../../../shared/fields/fieldKind';
import { asRecord, getIgnoringCase, type Json, type JsonObject } from '../../../shared/json';
import type { RequestOptions } from '../../../shared/options';
import type { ItemCall } from '../../../crud/operation';
import { appointmentFields } from '../appointment.fields';
import { fetchBaseZone, jsonTimeZone } from '../../../crud/baseZone';
import { isSeries, shiftRule } from './rule';

/** Formats a time for errors. */
export const formatTime = (time: DateTime): string => time.toFormat('yyyy-MM-dd HH:mm');

const parseTime = (value: Json | undefined, zone: string) => {
	const time = typeof value === 'string' ? DateTime.fromISO(value, { zone }) : undefined;
	return time?.isValid ? time : undefined;
};

/** How many days lie between the calendar days that two times have. */
function daysBetween(from: DateTime, to: DateTime): number {
	const day = ({ year, month, day: number }: DateTime) => DateTime.utc(year, month, number);
	return Math.round(day(to).diff(day(from), 'days').days);
}

/**
 * Whether the rule of an automatically mapped item is from a response, and its days therefore in
 * the base zone.
 */
export const isRuleFromResponse = ({ item }: ItemCall, bodyMode: string): boolean =>
	bodyMode === 'autoMap' &&
	// A trigger's item has the appointment within it.
	[item, asRecord(item.appointment)].some((one) => {
		const rule = asRecord(getIgnoringCase(one, 'Recurrence'));
		const isAnswer = rule.IsRecurrence === true && /T/.test(String(rule.StartDate));
		return isAnswer || Number(getIgnoringCase(rule, 'RecurrenceId') ?? 0) > 0;
	});

/**
 * An entity whose rule has its days in the tenant's base zone, where SuperOffice expands it (a
 * guess): they move along where the start is on another day there.
 * @param entity with SuperOffice's own names and instants, its rule's days those of the options' zone
 * @param record the appointment that it changes
 * @throws FieldError for a rule that cannot be moved, such as one by the day of the month
 */
export async function toBaseZone(
	call: ItemCall,
	options: RequestOptions,
	entity: JsonObject,
	record: JsonObject = {},
): Promise<JsonObject> {
	const { zone } = options;
	const start = parseTime(entity.StartDate ?? record.StartDate, zone);
	if (!start || !isSeries(entity)) return entity;
	const base = (await fetchBaseZone(call, options)) ?? zone;
	const there = start.setZone(base);
	const rule = shiftRule(asRecord(entity.Recurrence) as JsonObject, daysBetween(start, there));
	if (rule) return { ...entity, Recurrence: rule };
	throw new FieldError(
		{ parameter: 'recurrence.rule', label: 'Rule' },
		`this rule does not work at this time of day: SuperOffice counts the days of a series in the tenant's time zone (${base}), where the start, ${formatTime(start)} in ${zone}, is ${formatTime(there)}. Monthly and yearly rules, workdays, and several weekdays with an interval of two weeks or more cannot be moved to another day`,
		'Nothing was saved. Repeat it weekly, list the dates (Custom), or choose a time of day that is on the same day in both zones.',
	);
}

/**
 * Refuses a change of this appointment and the following ones that would take the latter to other
 * days: they keep their days in the base zone (a guess), and get the new time of day.
 * @param changes with SuperOffice's own names
 * @param isJson whether they are JSON text of the user
 * @throws FieldError where the start's day moves otherwise there than in the options' zone
 */
export async function rejectOtherDays(
	call: ItemCall,
	options: RequestOptions,
	record: JsonObject,
	changes: JsonObject,
	isJson: boolean,
): Promise<void> {
	const { zone } = options;
	if (!isSeries(record) || changes.StartDate === undefined) return;
	const written = isJson ? await jsonTimeZone(call, options) : zone;
	const before = parseTime(record.StartDate, zone);
	const after = parseTime(changes.StartDate, written ?? zone)?.setZone(zone);
	if (!before || !after) return;
	const base = (await fetchBaseZone(call, options)) ?? zone;
	const move = daysBetween(before, after);
	if (move === daysBetween(before.setZone(base), after.setZone(base))) return;
	throw new FieldError(
		{ parameter: 'startDate', label: appointmentFields.startDate.label },
		`the following appointments would fall on other days: the start moves from ${formatTime(before)} to ${formatTime(after)} in ${zone}, but from ${formatTime(before.setZone(base))} to ${formatTime(after.setZone(base))} in ${base}, the tenant's time zone, in which SuperOffice counts the days of a series`,
		'Nothing was saved. Use the operation Move, which moves all of them by the same amount of time.',
	);
}
