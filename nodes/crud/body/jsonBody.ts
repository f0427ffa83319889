import type { IDataObject } from 'n8n-workflow';

import type { EntityDefinition } from '../../entities/entity';
import { weakMemoize } from '../../shared/weakMemoize';
import { assertSafeNumbers, toJsonText } from '../../shared/fields/jsonObject';
import { FieldError, quote, type ParameterRef } from '../../shared/fields/fieldKind';
import { isWholeNumber } from '../../shared/fields/number';
import { parameterRef } from '../../shared/fields/parameterRef';
import { unknownKeys, wireName, type FieldTable } from '../../shared/fields/table';
import type { Json, JsonObject } from '../../shared/json';
import { findJsonLosses } from '../../shared/jsonLosses';
import type { ItemCall } from '../operation';
import { JSON_BODY, SPECIFY_BODY } from './bodyForm';

/** Fails for fields of an item that are no properties. `known` are keys that are used otherwise. */
export function rejectUnknownFields(
	{ fields, words }: EntityDefinition,
	item: IDataObject,
	known: string[],
	ignoresUnknown: boolean,
): void {
	const ref = parameterRef(SPECIFY_BODY);
	const taken = new Set(known);
	const unknown = unknownKeys(fields, item).filter((key) => !taken.has(key));
	if (unknown.length > 0 && !ignoresUnknown) {
		throw new FieldError(
			ref,
			`the item has fields that are not properties of ${words.a}: ${unknown.join(', ')}`,
			'Rename or remove them, or turn on Ignore Unknown Fields. For custom fields, set Mapping Column Mode to Map Automatically.',
		);
	}
}

/** Whether a key is the ID property. */
const isIdKey = (id: string) => (key: string) => key.toLowerCase() === id.toLowerCase();

/** Whether a lenient server may read a key as the ID property. */
const looksLikeIdKey = (id: string) => (key: string) =>
	key
		.normalize('NFKC')
		.toLowerCase()
		.split(/\/|~1/)
		.some((part) => part.replace(/[^a-z0-9]/g, '') === id.toLowerCase());

/** Whether a body is empty but for the ID. */
export const isEmptyBody = ({ id }: EntityDefinition, data: object): boolean =>
	Object.keys(data).every(isIdKey(id));

/** Values that count as no ID. */
const NO_ID: unknown[] = [undefined, null, '', 0, '0'];

/**
 * Fails for data with the ID of another record.
 * @param id the record's number, 0 for a new one
 * @param none what counts as no number
 */
export function rejectOtherId(
	{ id: name, words }: EntityDefinition,
	data: Record<string, unknown>,
	id: number,
	ref: ParameterRef,
	none = NO_ID,
): void {
	for (const key of Object.keys(data).filter(isIdKey(name))) {
		const value = data[key];
		if (none.includes(value)) continue;
		const isPlain = typeof value === 'number' || typeof value === 'string';
		if (isPlain && isWholeNumber(value) && Number(value) === id) continue;
		const given = `${key} is ${quote(value)}`;
		if (id > 0) {
			const advice = `Remove it, or choose that ${words.one}.`;
			throw new FieldError(ref, `${given}, but the ${words.one} to change is ${id}`, advice);
		}
		throw new FieldError(
			ref,
			`${given}, and would save over that ${words.one}`,
			`Remove the field from the item, because SuperOffice assigns the ID of a new ${words.one}.`,
		);
	}
}

/**
 * The JSON body of an item, as it is written.
 * @throws FieldError for what is no object, and where it names the record's number twice or in a
 * way that SuperOffice might understand and this node does not
 */
export function readJsonBody({ entity, read }: ItemCall): string {
	const { id, words } = entity;
	const ref = parameterRef(JSON_BODY);
	const text = toJsonText(read(JSON_BODY.name), ref);
	const duplicates = findJsonLosses(text).duplicates.filter(({ depth }) => depth === 1);
	const keys = [
		...Object.keys(JSON.parse(text) as JsonObject),
		...duplicates.map(({ key }) => key),
	];
	const named = keys.filter(looksLikeIdKey(id));
	if (named.length > 1) {
		const problem = `names the ${words.one}'s number ${named.length} times: ${named.map(quote).join(', ')}`;
		throw new FieldError(ref, problem, 'Keep one of them.');
	}
	const strange = named.find((key) => !isIdKey(id)(key));
	if (strange === undefined) return text;
	const problem = `${quote(strange)} might be read as the ${words.one}'s number`;
	throw new FieldError(ref, problem, `Write ${id}, or remove it.`);
}

/** SuperOffice's own names of the properties, by their lower case. */
const wireNames = weakMemoize(
	(fields: FieldTable) =>
		new Map(Object.keys(fields).map((name) => [name.toLowerCase(), wireName(name)])),
);

/**
 * JSON with SuperOffice's spelling of the property names, whose case it ignores.
 * @throws FieldError where a property stands twice
 */
function withWireNames(fields: FieldTable, json: JsonObject, ref: ParameterRef): JsonObject {
	const named = new Map<string, Json>();
	const official = wireNames(fields);
	for (const [key, value] of Object.entries(json)) {
		const name = official.get(key.toLowerCase()) ?? key;
		if (named.has(name))
			throw new FieldError(ref, `has ${quote(name)} twice`, 'Keep one of the two.');
		named.set(name, value);
	}
	return Object.fromEntries(named);
}

/**
 * A body as an object with SuperOffice's property names, in any body mode.
 * @throws FieldError for JSON that has a property twice, or a number with more digits than are kept
 */
export function toBodyObject({ entity }: ItemCall, body: JsonObject | string): JsonObject {
	if (typeof body !== 'string') return body;
	const ref = parameterRef(JSON_BODY);
	assertSafeNumbers(body, ref);
	return withWireNames(entity.fields, JSON.parse(body) as JsonObject, ref);
}
