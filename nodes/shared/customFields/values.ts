import isNil from 'lodash/isNil';

import { FieldError, quote, type Spot } from '../fields/kind';
import { isRecord, type JsonObject } from '../json';
import { fieldOf, keyed, labelled, type CustomField } from './definition';
import { MAPPER, writable } from './mapper';
import type { CustomContext } from './encode';
import { typeOf } from './types';

/** What was entered for a field. */
interface Entered {
	field: CustomField;
	value: unknown;
	/** What it was given by, such as the item's key. */
	by: string;
}

const spotOf = ({ field, by }: Entered): Spot => ({
	parameter: `${MAPPER}.${by}`,
	label: field.label,
});

const isSet = ({ value, field }: Entered) =>
	!isNil(value) && (value !== '' || typeOf(field)?.keepsEmpty === true);

/** The values of n8n's mapper, but for those of fields that are not shown. */
function readMapper(fields: CustomField[], mapper: Record<string, unknown>): Entered[] {
	const values = isRecord(mapper.value) ? mapper.value : {};
	const schema = Array.isArray(mapper.schema) ? mapper.schema.filter(isRecord) : [];
	const hidden = new Set(schema.filter(({ removed }) => removed === true).map(({ id }) => id));
	// Nothing is lost where nothing was entered, even if the field is gone.
	const shown = Object.keys(values).filter((key) => !isNil(values[key]) && !hidden.has(key));
	return shown.map((key) => {
		const field = fieldOf(fields, key);
		if (field) return { field, value: values[key], by: key };
		throw new FieldError(
			{ parameter: `${MAPPER}.${key}`, label: 'Typed Custom Fields' },
			`SuperOffice has no field ${quote(key)} that can be written`,
			'Refresh the list of custom fields in the form, and remove the field.',
		);
	});
}

/** The fields of an item's keys: their ProgIds first, else their labels. */
function fieldsNamed(fields: CustomField[], key: string): CustomField[] {
	const byKey = keyed(fields, key);
	return byKey.length > 0 ? byKey : labelled(fields, key);
}

/** The keys of an item that are custom fields, by ProgId or label. */
export function customKeys(fields: CustomField[], item: Record<string, unknown>): string[] {
	return Object.keys(item).filter((key) => fieldsNamed(writable(fields), key).length > 0);
}

function readItem(fields: CustomField[], item: Record<string, unknown>): Entered[] {
	const given = new Map<CustomField, Entered>();
	for (const key of customKeys(fields, item)) {
		const [field, twin] = fieldsNamed(fields, key);
		const spot = { parameter: MAPPER, label: 'Typed Custom Fields' };
		if (twin) {
			const problem = `${quote(key)} is the label of ${field.key} and of ${twin.key}`;
			throw new FieldError(spot, problem, 'Use the ProgId as the name in the item.');
		}
		const other = given.get(field);
		if (other) {
			const problem = `${quote(other.by)} and ${quote(key)} of the item are the same field`;
			throw new FieldError(spot, problem, 'Keep one of the two.');
		}
		// An empty cell says nothing.
		const value = item[key] === '' ? undefined : item[key];
		given.set(field, { field, value, by: key });
	}
	return [...given.values()];
}

function refuseMissing(fields: CustomField[], given: Entered[], elsewhere: JsonObject): void {
	const keys = new Set(given.filter(({ value }) => value !== '').map(({ field }) => field.key));
	const isGiven = ({ key }: CustomField) => Object.hasOwn(elsewhere, key) || keys.has(key);
	const missing = fields.filter((field) => field.isMandatory && !isGiven(field));
	if (missing.length === 0) return;
	const names = missing.map(({ label, key }) => `${label} (${key})`).join(', ');
	const spot = { parameter: MAPPER, label: 'Typed Custom Fields' };
	throw new FieldError(spot, `mandatory and not set: ${names}`, 'Give a value for each of them.');
}

/**
 * The typed custom fields of an item, in SuperOffice's encodings, by key.
 * @param all the custom fields of the kind of record
 * @param mapper the value of n8n's mapper
 * @param elsewhere what the collections of keys and values hold
 * @param demandsMandatory whether mandatory fields have to be set
 * @throws FieldError for a value that cannot be, a mandatory field without one, or a key that also
 * stands elsewhere
 */
export async function encodeCustomFields(
	all: CustomField[],
	mapper: unknown,
	item: Record<string, unknown>,
	elsewhere: JsonObject,
	demandsMandatory: boolean,
	context: CustomContext,
): Promise<Record<string, string>> {
	const fields = writable(all);
	const settings = isRecord(mapper) ? mapper : {};
	const isAutomatic = settings.mappingMode === 'autoMapInputData';
	const read = isAutomatic ? readItem(fields, item) : readMapper(fields, settings);
	const given = read.filter(isSet);
	if (demandsMandatory) refuseMissing(fields, given, elsewhere);
	const encoded: Record<string, string> = {};
	for (const one of given) {
		const { key } = one.field;
		const spot = spotOf(one);
		if (Object.hasOwn(elsewhere, key)) {
			const advice = 'Give it in one of the two places.';
			throw new FieldError(spot, `${quote(key)} also stands among the keys and values`, advice);
		}
		encoded[key] = (await typeOf(one.field)?.encode(one.value, spot, one.field, context)) ?? '';
	}
	return encoded;
}
