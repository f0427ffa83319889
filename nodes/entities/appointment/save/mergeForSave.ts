import omit from 'lodash/omit';

import { METADATA_KEYS } from '../../../shared/metadataKeys';
import { isHelperKey } from '../../../shared/customFields/decode';
import { withoutOffset } from '../../../shared/dates';
import { wireName, type FieldRow } from '../../../shared/fields/table';
import { asRecord, isRecord, ownProperty, type Json, type JsonObject } from '../../../shared/json';
import { CUSTOM_FIELDS, DEPRECATED_PROPERTIES } from '../../../shared/shape';
import { appointmentFields } from '../appointment.fields';
import { mergeCustomFields } from '../../../crud/body/defaults';

/** Nested records that are named by their number alone: a change is another record. */
const REFERENCES = Object.entries(appointmentFields)
	.filter(([, { kind }]: [string, FieldRow]) => kind.keys)
	.map(([name]) => wireName(name));

/**
 * Merges a change into a value, as PATCH does: objects are merged, one given for a list is
 * appended, anything else replaces (SuperOffice's documentation of REST web services; RFC 7396).
 */
function mergeValue(before: Json | undefined, change: Json): Json {
	if (!isRecord(change)) return change;
	if (Array.isArray(before)) return [...before, change];
	if (!isRecord(before)) return change;
	const record = new Map(Object.entries(before as JsonObject));
	for (const [key, value] of Object.entries(change as JsonObject)) {
		// SuperOffice compares names without case.
		const name = [...record.keys()].find((one) => one.toLowerCase() === key.toLowerCase()) ?? key;
		record.set(name, mergeValue(record.get(name), value));
	}
	return Object.fromEntries(record);
}

const DATES = ['StartDate', 'EndDate', 'Date'];

/** A rule whose dates are days: answers put the request's zone behind them, and mean no instant. */
function withCalendarDates(value: Json): Json {
	if (Array.isArray(value)) return value.map(withCalendarDates);
	if (!isRecord(value)) return value;
	return Object.fromEntries(
		Object.entries(value as JsonObject).map(([key, one]) => [
			key,
			DATES.includes(key) && typeof one === 'string' ? withoutOffset(one) : withCalendarDates(one),
		]),
	);
}

/**
 * A whole record with changes, as the agents save it: without what SuperOffice only adds to answers.
 * @param changes with SuperOffice's own names
 */
export function mergeForSave(record: JsonObject, changes: JsonObject): JsonObject {
	const before = omit(record, [
		...METADATA_KEYS,
		...DEPRECATED_PROPERTIES,
		CUSTOM_FIELDS,
	]) as JsonObject;
	const fields = Object.entries(asRecord(record[CUSTOM_FIELDS])).filter(
		([key]) => !isHelperKey(key),
	);
	const after = Object.entries(changes).map(([property, change]) => [
		property,
		REFERENCES.includes(property) ? change : mergeValue(ownProperty(before, property), change),
	]);
	const whole = { ...before, ...(Object.fromEntries(after) as JsonObject) };
	return {
		...whole,
		// The date by which SuperOffice searches and shows it follows the start.
		...(whole.StartDate !== undefined && !('ActiveDate' in changes)
			? { ActiveDate: whole.StartDate }
			: {}),
		...(isRecord(whole.Recurrence) && {
			Recurrence: withCalendarDates(whole.Recurrence) as JsonObject,
		}),
		...mergeCustomFields(Object.fromEntries(fields) as JsonObject, changes),
	};
}
