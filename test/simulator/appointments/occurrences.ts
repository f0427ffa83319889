import type { Carrier, Value } from '../tenant/carriers';
import { badArgument } from '../engine/failures';
import { bodyValue, isCarrier } from '../engine/values';
import { DAY, fromDate, startOfDay, weekday, type WallTime } from '../engine/wallClock';

const DAYS = ['Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday', 'Saturday', 'Sunday'];
const WEEKS = ['First', 'Second', 'Third', 'Fourth', 'Last'];

/** A series has no more occurrences than this: a guess. */
const MOST = 1000;

/** Years that are searched for the next day of a pattern. */
const SEARCHED_DAYS = 100 * 366;

const cycleOf = (pattern: Value | undefined) =>
	Math.max(1, Number(bodyValue(pattern, 'Cycle') ?? 1));

const text = (pattern: Value | undefined, name: string) => String(bodyValue(pattern, name) ?? '');

/** The days of the week that flags name, Monday being 0; those of the start when they name none. */
function flagged(pattern: Value | undefined, name: string, start: WallTime): number[] {
	const named = text(pattern, name)
		.split(',')
		.map((day) => DAYS.indexOf(day.trim()))
		.filter((day) => day >= 0);
	return named.length > 0 ? named : [weekday(start)];
}

const monthOf = (day: WallTime) => {
	const date = new Date(day);
	return date.getUTCFullYear() * 12 + date.getUTCMonth();
};

/** A day of a month by its number, or the last one of a month that is too short: a guess. */
function byNumber(month: number, number: number): WallTime {
	const last = Date.UTC(Math.floor(month / 12), (month % 12) + 1, 0);
	return Math.min(Date.UTC(Math.floor(month / 12), month % 12, number), last);
}

/** The first, … or last of the days of a month that are one of some weekdays. */
function byWeek(month: number, weekdays: number[], week: string): WallTime {
	const first = Date.UTC(Math.floor(month / 12), month % 12, 1);
	const days = Array.from({ length: 31 }, (_one, index) => first + index * DAY).filter(
		(day) => monthOf(day) === month && weekdays.includes(weekday(day)),
	);
	return week === 'Last' ? days[days.length - 1] : days[WEEKS.indexOf(week)];
}

function dayOfMonth(pattern: Value | undefined, month: number, start: WallTime): WallTime {
	if (text(pattern, 'Pattern') !== 'WeekdayOfMonth') {
		const number = Number(bodyValue(pattern, 'Day') ?? 0) || new Date(start).getUTCDate();
		return byNumber(month, number);
	}
	const week = text(pattern, 'WeekOfMonth');
	if (!WEEKS.includes(week)) throw badArgument(`"${week}" is not a week of the month`);
	return byWeek(month, flagged(pattern, 'Weekday', start), week);
}

/** Whether a day is one of a recurrence's. */
type IsDay = (day: WallTime) => boolean;

function daily(pattern: Value | undefined, start: WallTime): IsDay {
	switch (text(pattern, 'Pattern')) {
		case 'EveryWorkday':
			return (day) => weekday(day) < 5;
		case 'EveryWeekday':
			return () => true;
		default:
			return (day) => ((day - start) / DAY) % cycleOf(pattern) === 0;
	}
}

function weekly(pattern: Value | undefined, start: WallTime): IsDay {
	const monday = start - weekday(start) * DAY;
	const days = flagged(pattern, 'Weekdays', start);
	return (day) =>
		Math.floor((day - monday) / (7 * DAY)) % cycleOf(pattern) === 0 && days.includes(weekday(day));
}

function monthly(pattern: Value | undefined, start: WallTime): IsDay {
	return (day) =>
		(monthOf(day) - monthOf(start)) % cycleOf(pattern) === 0 &&
		day === dayOfMonth(pattern, monthOf(day), start);
}

/** The cycle of a year's pattern is the number of the month. */
function yearly(pattern: Value | undefined, start: WallTime): IsDay {
	return (day) =>
		monthOf(day) % 12 === cycleOf(pattern) - 1 && day === dayOfMonth(pattern, monthOf(day), start);
}

function rule(recurrence: Carrier, start: WallTime): IsDay {
	switch (recurrence.Pattern) {
		case 'Daily':
			return daily(recurrence.DayPattern, start);
		case 'Weekly':
			return weekly(recurrence.WeekPattern, start);
		case 'Monthly':
			return monthly(recurrence.MonthPattern, start);
		case 'Yearly':
			return yearly(recurrence.YearPattern, start);
		default:
			// Which status a series without a pattern gets is documented nowhere: a guess.
			throw badArgument(`"${String(recurrence.Pattern)}" is no pattern of a series`);
	}
}

function customDays({ Dates }: Carrier): WallTime[] {
	const days = (Array.isArray(Dates) ? Dates : [])
		.filter(isCarrier)
		.map(({ Date: date }) => fromDate(String(date)));
	return [...new Set(days)].sort((a, b) => a - b);
}

/** A word for the end that is none counts as an end date, as the default entity has it: a guess. */
function isOver(recurrence: Carrier, day: WallTime, found: number): boolean {
	if (recurrence.RecurrenceEndType === 'Counter')
		return found >= Number(recurrence.RecurrenceCounter);
	return day > fromDate(String(recurrence.EndDate));
}

/**
 * The days of a series, in order: calendar days, which have no time zone.
 * @throws Failure for a pattern that is none, or too many days
 */
export function occurrences(recurrence: Carrier): WallTime[] {
	if (recurrence.Pattern === 'Custom') return customDays(recurrence);
	const start = startOfDay(fromDate(String(recurrence.StartDate)));
	const isDay = rule(recurrence, start);
	const days: WallTime[] = [];
	const last = start + SEARCHED_DAYS * DAY;
	for (let day = start; day < last && !isOver(recurrence, day, days.length); day += DAY) {
		if (!isDay(day)) continue;
		if (days.length === MOST) throw badArgument(`A series has no more than ${MOST} occurrences`);
		days.push(day);
	}
	return days;
}
