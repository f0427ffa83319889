import isEqual from 'lodash/isEqual';
import isMatch from 'lodash/isMatch';
import omit from 'lodash/omit';

import { asRecord, type Json, type JsonObject } from '../../../shared/json';

const dayOf = (date: Json | undefined) => String(date ?? '').slice(0, 10);

/** A rule with its days alone, as answers put the request's zone behind them. */
function comparable(rule: JsonObject): JsonObject {
	const { StartDate, EndDate, Dates } = rule;
	const listed = (Array.isArray(Dates) ? Dates : []).map((one) => asRecord(one) as JsonObject);
	return {
		...omit(rule, 'Dates'),
		...(StartDate !== undefined && { StartDate: dayOf(StartDate) }),
		...(EndDate !== undefined && { EndDate: dayOf(EndDate) }),
		...(Dates !== undefined && { Dates: listed.map(({ Date: date }) => dayOf(date)) }),
	};
}

/**
 * Whether changes have no rule, or one that says what the rule of the record says already: it is not to
 * be touched by a change of one of its appointments.
 * @param changes with the days of their rule in the zone of the record's
 * @param record with its Recurrence
 */
export function isSameRule(changes: JsonObject, record: JsonObject): boolean {
	if (changes.Recurrence === undefined) return true;
	const [given, there] = [changes, record].map(({ Recurrence }) =>
		comparable(asRecord(Recurrence) as JsonObject),
	);
	return (
		isMatch(omit(there, 'Dates'), omit(given, 'Dates')) &&
		(given.Dates === undefined || isEqual(given.Dates, there.Dates))
	);
}
