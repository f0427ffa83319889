import isNil from 'lodash/isNil';

import { FieldError, quote, type ParameterRef } from '../fields/fieldKind';
import { isRecord, type JsonObject } from '../json';
import { fieldByKey, fieldsByKey, fieldsByLabel, type CustomField } from './definition';
import { MAPPER, writableFields } from './mapper';
import type { CustomFieldContext } from './encode';
import { customTypeOf } from './types';

/** A value that was entered for a field. */
interface FieldEntry {
	field: CustomField;
	value: unknown;
	/** Its key in the mapper or the item. */
	by: string;
}

const entryRef = ({ field, by }: FieldEntry): ParameterRef => ({
	parameter: `${MAPPER}.${by}`,
	label: field.label,
});

const isSet = ({ value, field }: FieldEntry) =>
	!isNil(value) && (value !== '' || customTypeOf(field)?.keepsEmpty === true);

/** The values of n8n's mapper, but for those of fields that are not shown. */
function readMapper(fields: CustomField[], mapper: Record<string, unknown>): FieldEntry[] {
	const values = isRecord(mapper.value) ? mapper.value : {};
	const schema = Array.isArray(mapper.schema) ? mapper.schema.filter(isRecord) : [];
	const hidden = new Set(schema.filter(({ removed }) => removed === true).map(({ id }) => id));
	// Nothing is lost where nothing was entered, even if the field is gone.
	const shown = Object.keys(values).filter((key) => !isNil(values[key]) && !hidden.has(key));
	return shown.map((key) => {
		const field = fieldByKey(fields, key);
		if (field) return { field, value: values[key], by: key };
		throw new FieldError(
			{ parameter: `${MAPPER}.${key}`, label: 'Custom Fields' },
			`SuperOffice has no field ${quote(key)} that can be written`,
			'Refresh the list of custom fields in the form, and remove the field.',
		);
	});
}

/** The fields of an item's keys: their ProgIds first, else their labels. */
function fieldsNamed(fields: CustomField[], key: string): CustomField[] {
	const byKey = fieldsByKey(fields, key);
	return byKey.length > 0 ? byKey : fieldsByLabel(fields, key);
}

/** The keys of an item that are custom fields, by ProgId or label. */
export function customFieldKeys(fields: CustomField[], item: Record<string, unknown>): string[] {
	return Object.keys(item).filter((key) => fieldsNamed(writableFields(fields), key).length > 0);
}

function readItem(fields: CustomField[], item: Record<string, unknown>): FieldEntry[] {
	const given = new Map<CustomField, FieldEntry>();
	for (const key of customFieldKeys(fields, item)) {
		const [field, duplicate] = fieldsNamed(fields, key);
		const ref = { parameter: MAPPER, label: 'Custom Fields' };
		if (duplicate) {
			const problem = `${quote(key)} is the label of ${field.key} and of ${duplicate.key}`;
			throw new FieldError(ref, problem, 'Use the ProgId as the name in the item.');
		}
		const other = given.get(field);
		if (other) {
			const problem = `${quote(other.by)} and ${quote(key)} of the item are the same field`;
			throw new FieldError(ref, problem, 'Keep one of the two.');
		}
		// An empty cell says nothing.
		const value = item[key] === '' ? undefined : item[key];
		given.set(field, { field, value, by: key });
	}
	return [...given.values()];
}

function rejectMissing(fields: CustomField[], given: FieldEntry[], elsewhere: JsonObject): void {
	const keys = new Set(given.filter(({ value }) => value !== '').map(({ field }) => field.key));
	const isGiven = ({ key }: CustomField) => Object.hasOwn(elsewhere, key) || keys.has(key);
	const missing = fields.filter((field) => field.isMandatory && !isGiven(field));
	if (missing.length === 0) return;
	const names = missing.map(({ label, key }) => `${label} (${key})`).join(', ');
	const ref = { parameter: MAPPER, label: 'Custom Fields' };
	throw new FieldError(ref, `mandatory and not set: ${names}`, 'Give a value for each of them.');
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
	context: CustomFieldContext,
): Promise<Record<string, string>> {
	const fields = writableFields(all);
	const settings = isRecord(mapper) ? mapper : {};
	const isAutomatic = settings.mappingMode === 'autoMapInputData';
	const read = isAutomatic ? readItem(fields, item) : readMapper(fields, settings);
	const given = read.filter(isSet);
	if (demandsMandatory) rejectMissing(fields, given, elsewhere);
	const encoded: Record<string, string> = {};
	for (const one of given) {
		const { key } = one.field;
		const ref = entryRef(one);
		if (Object.hasOwn(elsewhere, key)) {
			const advice = 'Give it in one of the two places.';
			throw new FieldError(ref, `${quote(key)} also stands among the keys and values`, advice);
		}
		encoded[key] =
			(await customTypeOf(one.field)?.encode(one.value, ref, one.field, context)) ?? '';
	}
	return encoded;
}
