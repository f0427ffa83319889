import { rowFromCarrier } from '../../../shared/fields/columns';
import type { FieldKind } from '../../../shared/fields/fieldKind';
import { parseIfJson, singleRow } from '../../../shared/fields/rows';
import { asRecord, isRecord, type Json, type JsonObject } from '../../../shared/json';
import { recurrenceColumns } from './recurrence.columns';

/** A whole rule: what is shown is sent, and IsRecurrence with it. */
const rule = singleRow(
	{ item: 'rule', label: 'Rule', columns: recurrenceColumns },
	{ IsRecurrence: true },
);

/** A day of an answer, which is that day in every zone: SuperOffice only puts the request's behind it. */
const writtenDay = (day: Json | undefined) =>
	typeof day === 'string' ? day.slice(0, 10) : undefined;

/** A rule as answers have it, with the names of the columns and the days that it has written. */
function fromResponse(rule: JsonObject): Record<string, unknown> {
	const { StartDate, EndDate, RecurrenceEndType, Dates } = rule;
	const days = (Array.isArray(Dates) ? Dates : []).map((one) => asRecord(one) as JsonObject);
	return rowFromCarrier(recurrenceColumns, {
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
