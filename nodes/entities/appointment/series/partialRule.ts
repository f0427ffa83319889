import { rejectPartial } from '../../../crud/ownItem/rejectPartial';
import { asRecord, isRecord } from '../../../shared/json';
import { appointmentFields } from '../appointment.fields';

/** Keys that every rule of a response has; a rule of the user has the names of the form. */
const RULE_KEYS = [
	'IsRecurrence',
	'Pattern',
	'StartDate',
	'RecurrenceEndType',
	'RecurrenceCounter',
];
const DATES_KEYS = ['IsRecurrence', 'Pattern', 'Dates'];
const PATTERNS: Record<string, string> = {
	Daily: 'DayPattern',
	Weekly: 'WeekPattern',
	Monthly: 'MonthPattern',
	Yearly: 'YearPattern',
};

/** Refuses a rule of which only a part was selected. */
export function rejectPartialRule(rule: unknown): void {
	if (!isRecord(rule) || rule.IsRecurrence === false) return;
	const nested = PATTERNS[String(rule.Pattern)];
	const own = [...RULE_KEYS, 'RecurrenceId', 'EndDate', 'Dates', ...Object.values(PATTERNS)];
	if (!own.some((key) => key in rule)) return;
	const needed =
		rule.Pattern === 'Custom' ? DATES_KEYS : [...RULE_KEYS, ...(nested ? [nested] : [])];
	const missing = needed.filter((key) => !(key in rule));
	if (nested && missing.length === 0 && !('Cycle' in asRecord(rule[nested]))) {
		missing.push(`${nested}/Cycle`);
	}
	if (missing.length > 0) rejectPartial('recurrence', appointmentFields.recurrence, missing);
}
