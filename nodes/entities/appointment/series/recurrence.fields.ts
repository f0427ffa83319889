import { rowFromCarrier, type Column } from '../../../shared/fields/columns';
import { calendarDate } from '../../../shared/fields/dateTime';
import { enumeration, flags, toEnumValue } from '../../../shared/fields/enumeration';
import { integerBetween } from '../../../shared/fields/number';
import { parseIfJson, singleRow, rowList } from '../../../shared/fields/rows';
import type { FieldKind } from '../../../shared/fields/fieldKind';
import { asRecord, isRecord, type Json, type JsonObject } from '../../../shared/json';

/** In the order of the week, Monday first. */
export const WEEKDAYS = [
	'Monday',
	'Tuesday',
	'Wednesday',
	'Thursday',
	'Friday',
	'Saturday',
	'Sunday',
];
export const WEEKS = ['First', 'Second', 'Third', 'Fourth', 'Last'];
const MONTHS = [
	'January',
	'February',
	'March',
	'April',
	'May',
	'June',
	'July',
	'August',
	'September',
	'October',
	'November',
	'December',
];

/** A month of the dropdown or by number, sent as 1 to 12. */
const month: FieldKind = {
	...enumeration(MONTHS),
	encode(value, ref, context) {
		if (/^\s*\d+\s*$/.test(String(value))) return integerBetween(1, 12).encode(value, ref, context);
		return MONTHS.indexOf(toEnumValue(MONTHS, value, ref)) + 1;
	},
};

/** Every how many days, weeks or months. */
const interval = integerBetween(1, 999);

/** The columns that a pattern by days of the month shares between months and years. */
function dayInMonth(
	pattern: 'Monthly' | 'Yearly',
	wire: 'MonthPattern' | 'YearPattern',
	choice: 'monthPattern' | 'yearPattern',
): Column[] {
	const only = { pattern: [pattern] };
	const byDay = { ...only, [choice]: ['DayOfMonth'] };
	const byWeekday = { ...only, [choice]: ['WeekdayOfMonth'] };
	return [
		{
			name: choice,
			label: 'On',
			help: 'Whether it repeats on a day of the month or on a weekday of the month',
			kind: enumeration(['DayOfMonth', 'WeekdayOfMonth'], {
				DayOfMonth: 'Day of the Month',
				WeekdayOfMonth: 'Weekday of the Month',
			}),
			wire: `${wire}.Pattern`,
			when: only,
		},
		{
			name: 'day',
			label: 'Day',
			help: 'Day of the month, 1 to 31',
			kind: integerBetween(1, 31),
			wire: `${wire}.Day`,
			when: byDay,
		},
		{
			name: 'weekOfMonth',
			label: 'Week of the Month',
			help: 'Which of the weekdays in the month',
			kind: enumeration(WEEKS),
			wire: `${wire}.WeekOfMonth`,
			when: byWeekday,
		},
		{
			name: 'weekday',
			label: 'Weekday',
			help: 'Day of the week; leave empty for the weekday of the first day',
			kind: flags(WEEKDAYS),
			wire: `${wire}.Weekday`,
			when: byWeekday,
		},
	];
}

const BY_RULE = { pattern: ['Daily', 'Weekly', 'Monthly', 'Yearly'] };

const columns: Column[] = [
	{
		name: 'pattern',
		label: 'Repeats',
		help: 'How often it repeats; Custom uses the dates that you list',
		kind: enumeration(['Daily', 'Weekly', 'Monthly', 'Yearly', 'Custom']),
		default: 'Weekly',
		wire: 'Pattern',
	},
	{
		name: 'dayPattern',
		label: 'On',
		help: 'On which days it repeats',
		kind: enumeration(['EveryWorkday', 'EveryWeekday', 'EveryCyclicDay'], {
			EveryWorkday: 'Every Workday (Monday to Friday)',
			EveryWeekday: 'Every Day (Monday to Sunday)',
			EveryCyclicDay: 'Every Few Days',
		}),
		wire: 'DayPattern.Pattern',
		when: { pattern: ['Daily'] },
	},
	{
		name: 'cycle',
		label: 'Interval (Days)',
		help: 'Repeat every this many days; 1 means every day',
		kind: interval,
		wire: 'DayPattern.Cycle',
		when: { pattern: ['Daily'], dayPattern: ['EveryCyclicDay'] },
	},
	{
		name: 'weekdays',
		label: 'Weekdays',
		help: 'Days of the week on which it repeats',
		hint: 'If empty, the weekday of the first day',
		kind: flags(WEEKDAYS),
		wire: 'WeekPattern.Weekdays',
		when: { pattern: ['Weekly'] },
	},
	{
		name: 'cycle',
		label: 'Interval (Weeks)',
		help: 'Repeat every this many weeks; 1 means every week',
		kind: interval,
		wire: 'WeekPattern.Cycle',
		when: { pattern: ['Weekly'] },
	},
	...dayInMonth('Monthly', 'MonthPattern', 'monthPattern'),
	{
		name: 'cycle',
		label: 'Interval (Months)',
		help: 'Repeat every this many months; 1 means every month',
		kind: interval,
		wire: 'MonthPattern.Cycle',
		when: { pattern: ['Monthly'] },
	},
	...dayInMonth('Yearly', 'YearPattern', 'yearPattern'),
	{
		// SuperOffice keeps the month's number in Cycle here, not an interval.
		name: 'month',
		label: 'Month',
		help: 'The month of the year',
		kind: month,
		wire: 'YearPattern.Cycle',
		when: { pattern: ['Yearly'] },
	},
	{
		name: 'startDate',
		label: 'First Day',
		help: 'Day of the first occurrence',
		hint: 'If empty, the day of Start',
		kind: calendarDate,
		wire: 'StartDate',
		when: BY_RULE,
	},
	{
		name: 'recurrenceEndType',
		label: 'Ends',
		help: 'How the series ends',
		kind: enumeration(['Counter', 'EndDate'], {
			Counter: 'After a Number of Times',
			EndDate: 'On a Day',
		}),
		wire: 'RecurrenceEndType',
		when: BY_RULE,
	},
	{
		name: 'recurrenceCounter',
		label: 'Number of Times',
		help: 'Number of appointments in the series',
		kind: integerBetween(1, 9999),
		default: 10,
		wire: 'RecurrenceCounter',
		when: { ...BY_RULE, recurrenceEndType: ['Counter'] },
		required: true,
	},
	{
		name: 'endDate',
		label: 'Last Day',
		help: 'Day on which the series ends',
		kind: calendarDate,
		wire: 'EndDate',
		when: { ...BY_RULE, recurrenceEndType: ['EndDate'] },
		required: true,
	},
	{
		name: 'dates',
		label: 'Dates',
		help: 'The days of the series',
		kind: rowList({
			item: 'date',
			label: 'Date',
			columns: [
				{
					name: 'date',
					label: 'Date',
					help: 'Day of an occurrence',
					kind: calendarDate,
					wire: 'Date',
					required: true,
				},
			],
		}),
		wire: 'Dates',
		when: { pattern: ['Custom'] },
		required: true,
	},
];

/** A whole rule: what is shown is sent, and IsRecurrence with it. */
const rule = singleRow({ item: 'rule', label: 'Rule', columns }, { IsRecurrence: true });

/** A day of an answer, which is that day in every zone: SuperOffice only puts the request's behind it. */
const writtenDay = (day: Json | undefined) =>
	typeof day === 'string' ? day.slice(0, 10) : undefined;

/** A rule as answers have it, with the names of the columns and the days that it has written. */
function fromResponse(rule: JsonObject): Record<string, unknown> {
	const { StartDate, EndDate, RecurrenceEndType, Dates } = rule;
	const days = (Array.isArray(Dates) ? Dates : []).map((one) => asRecord(one) as JsonObject);
	return rowFromCarrier(columns, {
		...rule,
		StartDate: writtenDay(StartDate) ?? null,
		EndDate: writtenDay(EndDate) ?? null,
		// A word for the end that is none counts as a day, as default entities have it.
		RecurrenceEndType: RecurrenceEndType === 'Counter' ? 'Counter' : 'EndDate',
		Dates: { date: days.map(({ Date: day }) => ({ date: writtenDay(day) ?? null })) },
	});
}

/** What only the rules of answers have, and none in the words of the form. */
const RESPONSE_KEYS = [
	...['IsRecurrence', 'RecurrenceId'],
	...['DayPattern', 'WeekPattern', 'MonthPattern', 'YearPattern'],
];

/** Whether data are a rule of an answer. A day's pattern has a word for its name in the form. */
const isResponseRule = (data: unknown): data is JsonObject =>
	isRecord(data) && RESPONSE_KEYS.some((key) => key in data && typeof data[key] !== 'string');

/** A rule; the one of an answer may also be none. */
export const recurrence: FieldKind = {
	...rule,
	fromData(data, ref) {
		const given = parseIfJson(data, ref);
		if (!isResponseRule(given)) return rule.fromData?.(given, ref);
		return given.IsRecurrence === true ? { rule: fromResponse(given) } : undefined;
	},
	// Default entities, and with them ordinary appointments, have a rule that is none.
	resend: (value) => (asRecord(value).IsRecurrence === true ? value : undefined),
	simplify: (property, value) =>
		asRecord(value).IsRecurrence === true ? { [property]: value } : {},
};
