import type { Column } from '../../../shared/fields/columns';
import { calendarDate } from '../../../shared/fields/dateTime';
import { enumeration, flags, toEnumValue } from '../../../shared/fields/enumeration';
import { integerBetween } from '../../../shared/fields/number';
import { rowList } from '../../../shared/fields/rows';
import type { FieldKind } from '../../../shared/fields/fieldKind';

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

/** The columns of a rule, in the order of the form. */
export const recurrenceColumns: Column[] = [
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
