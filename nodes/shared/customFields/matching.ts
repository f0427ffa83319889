import { weakMemoize } from '../weakMemoize';
import { FieldError, quote, type ParameterRef } from '../fields/fieldKind';
import { toInteger } from '../fields/number';
import { toText } from '../fields/text';
import { odataString } from '../transport/odataString';
import type { CustomColumns } from './comparison';
import { requireCustomField, isExtraField, type CustomField } from './definition';
import { encodeText } from './encode';
import { decodeText } from './encodedText';
import { writableFields } from './mapper';

const TYPES = ['ShortText', 'Integer'];

/** What no filter can hold: control characters, and halves of surrogate pairs. */
const UNFINDABLE = /[\p{Cc}\p{Cs}]/u;

const keyFields = weakMemoize((fields: CustomField[]) =>
	writableFields(fields).filter(({ type }) => TYPES.includes(type)),
);

/** The custom fields by whose values records can be found: extra fields where the archive has them. */
export const matchableFields = (
	fields: CustomField[],
	{ extraFields }: CustomColumns,
): CustomField[] =>
	keyFields(fields).filter((field) => extraFields !== undefined || !isExtraField(field));

/**
 * The custom field of a key or a label, in any case.
 * @throws FieldError for one by which nothing can be found
 */
export function requireMatchField(
	fields: CustomField[],
	wanted: string,
	ref: ParameterRef,
	columns: CustomColumns,
): CustomField {
	const found = requireCustomField(fields, wanted, ref);
	if (matchableFields(fields, columns).includes(found)) return found;
	const problem =
		isExtraField(found) && columns.extraFields === undefined
			? `${quote(wanted)} is an extra field, by which SuperOffice finds no records`
			: `${quote(wanted)} is of the type ${found.type}, by which no record is found for certain`;
	const advice = 'Choose a field of the type short text or number that can be written.';
	throw new FieldError(ref, problem, advice);
}

/** A value by which a record is found. */
export interface FieldMatch {
	/** Condition of an archive's filter on the column. */
	condition(column: string): string;
	/** The value in SuperOffice's encoding. */
	encoded: string;
	/** Whether a row's value is the same, to the letter. */
	isSame(value: unknown): boolean;
}

/**
 * How records with a value of a custom field are found.
 * @throws FieldError for a value that cannot be, or that records without one have
 */
export function createFieldMatch(
	field: CustomField,
	value: unknown,
	ref: ParameterRef,
): FieldMatch {
	const given = toText(value ?? '', ref).trim();
	const number = field.type === 'Integer' && given !== '' ? toInteger(given, ref) : undefined;
	if (given === '' || number === 0) {
		const problem = `${quote(value)} is what records without a value have`;
		throw new FieldError(ref, problem, 'Give a value that one record alone has.');
	}
	if (UNFINDABLE.test(given)) {
		const problem = `${quote(value)} holds a line break or a character by which nothing is found`;
		throw new FieldError(ref, problem, 'Give a value of one line.');
	}
	if (number !== undefined) {
		return {
			condition: (column) => `${column} = ${number}`,
			encoded: `[I:${number}]`,
			isSame: (found) => [Number(found), decodeText(String(found))].includes(number),
		};
	}
	return {
		condition: (column) => `${column} is ${odataString(given)}`,
		encoded: encodeText(given, ref, field),
		// Servers compare texts without case, but keys may differ in it alone.
		isSame: (found) => String(found).trim() === given,
	};
}
