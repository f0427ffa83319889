import { CARRIER_EXTRAS } from './carrier';
import { decodeCustomFields, isHelperKey } from './customFields/decode';
import { labelsOf, type CustomField } from './customFields/definition';
import { isEmptyDate } from './dates';
import { wireName, type FieldTable } from './fields/table';
import { isRecord, type Json, type JsonObject } from './json';

/** The property of all custom fields, and SuperOffice's older names for parts of the same. */
export const CUSTOM_FIELDS = 'CustomFields';
export const OLDER_NAMES = ['UserDefinedFields', 'ExtraFields'];

/** A value without nulls, empty dates and what carriers add; undefined where nothing is left. */
export function clean(value: Json): Json | undefined {
	if (value === null || (typeof value === 'string' && isEmptyDate(value))) return undefined;
	if (Array.isArray(value)) return value.map(clean).filter((one) => one !== undefined);
	if (!isRecord(value)) return value;
	const entries = Object.entries(value as JsonObject)
		.filter(([key]) => !CARRIER_EXTRAS.includes(key))
		.map(([key, one]) => [key, clean(one)] as const)
		.filter((entry): entry is readonly [string, Json] => entry[1] !== undefined);
	return Object.fromEntries(entries);
}

/** Leaves out nulls, empty dates and carrier extras; references become `ContactId`, `ContactName`. */
export function simplify(entity: JsonObject, table: FieldTable): JsonObject {
	const kinds = new Map(Object.entries(table).map(([name, row]) => [wireName(name), row.kind]));
	const flat = Object.entries(entity).map(([property, value]) => {
		const kind = kinds.get(property);
		return kind?.simplify ? kind.simplify(property, value) : { [property]: value };
	});
	return clean(Object.assign({}, ...flat) as JsonObject) as JsonObject;
}

function pickBelow(value: Json, paths: string[][]): Json {
	if (Array.isArray(value)) return value.map((one) => pickBelow(one, paths));
	return isRecord(value) ? pick(value as JsonObject, paths) : value;
}

/**
 * Keeps the selected paths. SuperOffice answers `$select` with all properties, those not selected
 * nulled out, and compares names without case.
 */
export function pick(entity: JsonObject, paths: string[][]): JsonObject {
	const picked: JsonObject = {};
	for (const [key, value] of Object.entries(entity)) {
		const below = paths.filter(([head]) => head.toLowerCase() === key.toLowerCase());
		if (below.length === 0) continue;
		const rests = below.map(([, ...rest]) => rest);
		picked[key] = rests.every((rest) => rest.length > 0) ? pickBelow(value, rests) : value;
	}
	return picked;
}

/**
 * A record with its custom fields as plain values.
 * @param definitions gives the fields' definitions; asked only where the record has any. A field that
 * is not among them keeps its ProgId, and its value is what the encoding tells
 */
export async function withPlainFields(
	entity: JsonObject,
	definitions: () => Promise<CustomField[]>,
	isByLabel: boolean,
): Promise<JsonObject> {
	const values = entity[CUSTOM_FIELDS];
	if (!isRecord(values)) return entity;
	const fields = Object.keys(values).every(isHelperKey) ? [] : await definitions();
	const labels = isByLabel ? labelsOf(fields) : undefined;
	const nameOf = (key: string) => labels?.get(key) ?? key;
	return { ...entity, [CUSTOM_FIELDS]: decodeCustomFields(values as JsonObject, fields, nameOf) };
}
