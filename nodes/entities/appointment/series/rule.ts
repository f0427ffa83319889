import range from 'lodash/range';
import { DateTime } from 'luxon';

import { toCalendarDate } from '../../../shared/fields/dateTime';
import { asRecord, getIgnoringCase, type Json, type JsonObject } from '../../../shared/json';
import { WEEKDAYS, WEEKS } from './recurrence.columns';

/** A value below a rule; JSON may name it in any case. */
const valueAt = (rule: JsonObject, ...path: string[]): unknown =>
	path.reduce<unknown>((value, name) => getIgnoringCase(asRecord(value), name), rule);

const textAt = (rule: JsonObject, ...path: string[]) => String(valueAt(rule, ...path) ?? '');

/** Whether an entity has a rule that makes it a series; others carry a filled-in one that does not. */
export const isSeries = ({ Recurrence }: JsonObject): boolean =>
	getIgnoringCase(asRecord(Recurrence), 'IsRecurrence') === true;

/** Weekdays of a flags value by number, Monday being 0; it may also be the sum of their bits. */
function weekdaysOf(flags: unknown): number[] {
	const names = String(flags ?? '').split(',');
	return range(WEEKDAYS.length).filter((day) =>
		typeof flags === 'number'
			? (flags & (1 << day)) !== 0
			: names.some((name) => name.trim().toLowerCase() === WEEKDAYS[day].toLowerCase()),
	);
}

/** Whether a day is one of those; none stands for any. */
const isOneOf = (days: number[], day: DateTime) =>
	days.length === 0 || days.includes(day.weekday - 1);

/** A day by its number, the last one of shorter months, or the first, … or last of some weekdays. */
function isDayInMonth(rule: JsonObject, wire: string, day: DateTime): boolean {
	const length = day.daysInMonth ?? 31;
	if (textAt(rule, wire, 'Pattern') !== 'WeekdayOfMonth') {
		const number = Number(valueAt(rule, wire, 'Day') ?? 0);
		return number === 0 || day.day === Math.min(number, length);
	}
	const weekdays = weekdaysOf(valueAt(rule, wire, 'Weekday'));
	const days = range(1, length + 1).filter((one) => isOneOf(weekdays, day.set({ day: one })));
	const week = textAt(rule, wire, 'WeekOfMonth');
	return day.day === (week === 'Last' ? days[days.length - 1] : days[WEEKS.indexOf(week)]);
}

/** Whether a rule may have an occurrence on a day, whatever its interval. */
export function mayOccurOn(rule: JsonObject, day: DateTime): boolean {
	switch (textAt(rule, 'Pattern')) {
		case 'Daily':
			return textAt(rule, 'DayPattern', 'Pattern') !== 'EveryWorkday' || day.weekday <= 5;
		case 'Weekly':
			return isOneOf(weekdaysOf(valueAt(rule, 'WeekPattern', 'Weekdays')), day);
		case 'Monthly':
			return isDayInMonth(rule, 'MonthPattern', day);
		case 'Yearly':
			return (
				day.month === Number(valueAt(rule, 'YearPattern', 'Cycle') ?? day.month) &&
				isDayInMonth(rule, 'YearPattern', day)
			);
		default:
			return true;
	}
}

/** A calendar day as rules have it, such as `2026-09-07T00:00:00`, whatever zone is behind it. */
const calendarDay = (day: unknown) => DateTime.fromISO(String(day).slice(0, 10), { zone: 'UTC' });

/** The first day that a rule names, as `2026-09-07`; undefined where it is its appointment's own. */
export function firstDayOf(rule: JsonObject): string | undefined {
	const listed = valueAt(rule, 'Dates');
	const days =
		textAt(rule, 'Pattern') === 'Custom' && Array.isArray(listed)
			? listed.map((one) => getIgnoringCase(asRecord(one), 'Date'))
			: [valueAt(rule, 'StartDate')];
	const known = days.map(calendarDay).filter(({ isValid }) => isValid);
	return known.length > 0 ? (DateTime.min(...known)?.toISODate() ?? undefined) : undefined;
}

/** Weekdays so many days later; undefined where not all of them stay in the weeks that are meant. */
function shiftWeekdays(rule: JsonObject, days: number): string | undefined {
	const weekdays = weekdaysOf(valueAt(rule, 'WeekPattern', 'Weekdays'));
	const first = calendarDay(rule.StartDate);
	const all = first.isValid ? [...weekdays, first.weekday - 1] : weekdays;
	const weeks = new Set(all.map((day) => Math.floor((day + days) / 7)));
	if (weeks.size > 1 && Number(valueAt(rule, 'WeekPattern', 'Cycle') ?? 1) > 1) return undefined;
	const moved = weekdays.map((day) => (((day + days) % 7) + 7) % 7);
	return WEEKDAYS.filter((_name, day) => moved.includes(day)).join(', ');
}

/**
 * A rule whose days are so many days later.
 * @param rule with SuperOffice's own names
 * @returns undefined for one that cannot be moved, such as one by the day of the month
 */
export function shiftRule(rule: JsonObject, days: number): JsonObject | undefined {
	if (days === 0) return rule;
	const later = (day: Json) => toCalendarDate(calendarDay(day).plus({ days }));
	const moved = { ...rule };
	for (const name of ['StartDate', 'EndDate']) {
		if (typeof rule[name] === 'string') moved[name] = later(rule[name]);
	}
	switch (rule.Pattern) {
		case 'Daily':
			return asRecord(rule.DayPattern).Pattern === 'EveryWorkday' ? undefined : moved;
		case 'Weekly': {
			if (valueAt(rule, 'WeekPattern', 'Weekdays') === undefined) return moved;
			const Weekdays = shiftWeekdays(rule, days);
			if (Weekdays === undefined) return undefined;
			return { ...moved, WeekPattern: { ...(rule.WeekPattern as JsonObject), Weekdays } };
		}
		case 'Custom': {
			const dates = Array.isArray(rule.Dates) ? (rule.Dates as JsonObject[]) : [];
			return { ...moved, Dates: dates.map((one) => ({ ...one, Date: later(one.Date) })) };
		}
		default:
			return undefined;
	}
}
