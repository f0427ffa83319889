import isEmpty from 'lodash/isEmpty';
import mapValues from 'lodash/mapValues';
import omitBy from 'lodash/omitBy';

import { METADATA_KEYS } from './metadataKeys';
import { decodeCustomFields, isHelperKey } from './customFields/decode';
import { fieldLabels, type CustomField } from './customFields/definition';
import { isEmptyDate } from './dates';
import { wireName, type FieldTable } from './fields/table';
import { isRecord, type Json, type JsonObject } from './json';
import { weakMemoize } from './weakMemoize';

/** The property of all custom fields, and SuperOffice's older names for parts of the same. */
export const CUSTOM_FIELDS = 'CustomFields';
export const DEPRECATED_PROPERTIES = ['UserDefinedFields', 'ExtraFields'];

/** Strips nulls, empty dates and metadata from a value; undefined if nothing is left. */
export function stripEmpty(value: Json): Json | undefined {
	if (value === null || (typeof value === 'string' && isEmptyDate(value))) return undefined;
	if (Array.isArray(value)) return value.map(stripEmpty).filter((one) => one !== undefined);
	if (!isRecord(value)) return value;
	const entries = Object.entries(value as JsonObject)
		.filter(([key]) => !METADATA_KEYS.includes(key))
		.map(([key, one]) => [key, stripEmpty(one)] as const)
		.filter((entry): entry is readonly [string, Json] => entry[1] !== undefined);
	return Object.fromEntries(entries);
}

/** The kinds of the properties, by their names on the wire. */
const kindsOf = weakMemoize(
	(fields: FieldTable) =>
		new Map(Object.entries(fields).map(([name, { kind }]) => [wireName(name), kind])),
);

/** A record whose dates are in a zone, with its offset, and its days those of the tenant's base zone. */
export const inZone = (
	record: JsonObject,
	fields: FieldTable,
	zone: string,
	baseZone: string,
): JsonObject =>
	mapValues(
		record,
		(value, name) => kindsOf(fields).get(name)?.inZone?.(value, zone, baseZone) ?? value,
	);

/**
 * A record's main properties, without nulls, empty dates and carrier extras; references become `ContactId`,
 * `ContactName`.
 * @param names parameters of the properties, in order
 */
export function simplify(record: JsonObject, fields: FieldTable, names: string[]): JsonObject {
	const flat = names.map((name) => {
		const [property, { kind }] = [wireName(name), fields[name]];
		const value = record[property] ?? null;
		return kind.simplify ? kind.simplify(property, value) : { [property]: value };
	});
	return stripEmpty(Object.assign({}, ...flat) as JsonObject) as JsonObject;
}

function pickNested(value: Json, paths: string[][]): Json {
	if (Array.isArray(value)) return value.map((one) => pickNested(one, paths));
	return isRecord(value) ? pickPaths(value as JsonObject, paths) : value;
}

/**
 * Keeps the selected paths. SuperOffice answers `$select` with all properties, those not selected
 * nulled out, and compares names without case.
 */
export function pickPaths(entity: JsonObject, paths: string[][]): JsonObject {
	const picked: JsonObject = {};
	for (const [key, value] of Object.entries(entity)) {
		const below = paths.filter(([head]) => head.toLowerCase() === key.toLowerCase());
		if (below.length === 0) continue;
		const rests = below.map(([, ...rest]) => rest);
		picked[key] = rests.every((rest) => rest.length > 0) ? pickNested(value, rests) : value;
	}
	return picked;
}

/** A record's custom fields that have a value, under one key; none where there is none. */
export function withValue({ [CUSTOM_FIELDS]: fields }: JsonObject): JsonObject {
	const given = omitBy(fields as JsonObject, (value) => value === null || value === '');
	return isEmpty(given) ? {} : { [CUSTOM_FIELDS]: given as JsonObject };
}

/**
 * A record with its custom fields as plain values.
 * @param definitions gives the fields' definitions; asked only where the record has any. A field that
 * is not among them keeps its ProgId, and its value is what the encoding tells
 */
export async function withPlainCustomFields(
	entity: JsonObject,
	definitions: () => Promise<CustomField[]>,
	isByLabel: boolean,
): Promise<JsonObject> {
	const values = entity[CUSTOM_FIELDS];
	if (!isRecord(values)) return entity;
	const fields = Object.keys(values).every(isHelperKey) ? [] : await definitions();
	const labels = isByLabel ? fieldLabels(fields) : undefined;
	const nameOf = (key: string) => labels?.get(key) ?? key;
	return { ...entity, [CUSTOM_FIELDS]: decodeCustomFields(values as JsonObject, fields, nameOf) };
}
