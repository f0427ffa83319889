import type { IDataObject } from 'n8n-workflow';

import type { EntityDefinition } from '../../entities/entity';
import { derived } from '../../shared/derived';
import { checkDigits, toJsonText } from '../../shared/fields/jsonObject';
import { FieldError, quote, type Spot } from '../../shared/fields/kind';
import { isDigits } from '../../shared/fields/number';
import { spotOf } from '../../shared/fields/parameter';
import { unknownKeys, wireName, type FieldTable } from '../../shared/fields/table';
import type { Json, JsonObject } from '../../shared/json';
import { lossesIn } from '../../shared/jsonText';
import type { ItemCall } from '../operation';
import { JSON_BODY, SPECIFY_BODY } from './form';

/** Refuses an item's fields that would be lost. `known` are keys that something else takes. */
export function checkItem(
	{ fields, words }: EntityDefinition,
	item: IDataObject,
	known: string[],
	ignoresUnknown: boolean,
): void {
	const spot = spotOf(SPECIFY_BODY);
	const taken = new Set(known);
	const unknown = unknownKeys(fields, item).filter((key) => !taken.has(key));
	if (unknown.length > 0 && !ignoresUnknown) {
		throw new FieldError(
			spot,
			`the item has fields that are no properties of ${words.a}: ${unknown.join(', ')}`,
			'Rename or remove them, or turn on Ignore Unknown Fields. For custom fields, turn on Use Typed Custom Fields and map them automatically.',
		);
	}
}

/** Whether a key is the name of the record's number. */
const isNumber = (id: string) => (key: string) => key.toLowerCase() === id.toLowerCase();

/** Whether a key may be read as the number's name by somebody who is not strict. */
const looksLikeNumber = (id: string) => (key: string) =>
	key
		.normalize('NFKC')
		.toLowerCase()
		.split(/\/|~1/)
		.some((part) => part.replace(/[^a-z0-9]/g, '') === id.toLowerCase());

/** Whether data hold nothing, or nothing but the number of their record. */
export const saysNothing = ({ id }: EntityDefinition, data: object): boolean =>
	Object.keys(data).every(isNumber(id));

/** The numbers that are none. */
const NONE: unknown[] = [undefined, null, '', 0, '0'];

/**
 * Refuses data that carry the number of another record than they are for.
 * @param id the record's number, 0 for a new one
 * @param none what counts as no number
 */
export function refuseOtherId(
	{ id: name, words }: EntityDefinition,
	data: Record<string, unknown>,
	id: number,
	spot: Spot,
	none = NONE,
): void {
	for (const key of Object.keys(data).filter(isNumber(name))) {
		const value = data[key];
		if (none.includes(value)) continue;
		const isPlain = typeof value === 'number' || typeof value === 'string';
		if (isPlain && isDigits(value) && Number(value) === id) continue;
		const given = `${key} is ${quote(value)}`;
		if (id > 0) {
			const advice = `Remove it, or choose that ${words.one}.`;
			throw new FieldError(spot, `${given}, but the ${words.one} to change is ${id}`, advice);
		}
		throw new FieldError(
			spot,
			`${given}, and would save over that ${words.one}`,
			`Remove the field from the item, as a new ${words.one} gets its number from SuperOffice.`,
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
	const spot = spotOf(JSON_BODY);
	const text = toJsonText(read(JSON_BODY.name), spot);
	const twins = lossesIn(text).twins.filter(({ depth }) => depth === 1);
	const keys = [...Object.keys(JSON.parse(text) as JsonObject), ...twins.map(({ key }) => key)];
	const named = keys.filter(looksLikeNumber(id));
	if (named.length > 1) {
		const problem = `names the ${words.one}'s number ${named.length} times: ${named.map(quote).join(', ')}`;
		throw new FieldError(spot, problem, 'Keep one of them.');
	}
	const strange = named.find((key) => !isNumber(id)(key));
	if (strange === undefined) return text;
	const problem = `${quote(strange)} might be read as the ${words.one}'s number`;
	throw new FieldError(spot, problem, `Write ${id}, or remove it.`);
}

/** SuperOffice's own names of the properties, by their lower case. */
const officialNames = derived(
	(fields: FieldTable) =>
		new Map(Object.keys(fields).map((name) => [name.toLowerCase(), wireName(name)])),
);

/**
 * JSON whose properties have SuperOffice's own names, as it takes them in any case.
 * @throws FieldError where a property stands twice
 */
function withOfficialNames(fields: FieldTable, json: JsonObject, spot: Spot): JsonObject {
	const named = new Map<string, Json>();
	const official = officialNames(fields);
	for (const [key, value] of Object.entries(json)) {
		const name = official.get(key.toLowerCase()) ?? key;
		if (named.has(name))
			throw new FieldError(spot, `has ${quote(name)} twice`, 'Keep one of the two.');
		named.set(name, value);
	}
	return Object.fromEntries(named);
}

/**
 * A body as an object with SuperOffice's own names, whichever way it was given.
 * @throws FieldError for JSON that has a property twice, or a number with more digits than are kept
 */
export function namedBody({ entity }: ItemCall, body: JsonObject | string): JsonObject {
	if (typeof body !== 'string') return body;
	const spot = spotOf(JSON_BODY);
	checkDigits(body, spot);
	return withOfficialNames(entity.fields, JSON.parse(body) as JsonObject, spot);
}
