import { derived } from '../derived';
import { FieldError, quote, type Spot } from '../fields/kind';
import { toInteger } from '../fields/number';
import { toText } from '../fields/text';
import { literal } from '../transport/odata';
import { customFieldNamed, isExtra, type CustomField } from './definition';
import { encodeText } from './encode';
import { decodeText } from './encoded';
import { writable } from './mapper';

const TYPES = ['ShortText', 'Integer'];

/** What no filter can hold: control characters, and halves of surrogate pairs. */
const UNFINDABLE = /[\p{Cc}\p{Cs}]/u;

/** The custom fields by whose values records can be found. */
export const matchable = derived((fields: CustomField[]) =>
	writable(fields).filter((field) => !isExtra(field) && TYPES.includes(field.type)),
);

/**
 * The custom field of a key or a label, in any case.
 * @throws FieldError for one by which nothing can be found
 */
export function matchField(fields: CustomField[], wanted: string, spot: Spot): CustomField {
	const found = customFieldNamed(fields, wanted, spot);
	if (matchable(fields).includes(found)) return found;
	const problem = isExtra(found)
		? `${quote(wanted)} is an extra field, by which SuperOffice finds no records`
		: `${quote(wanted)} is of the type ${found.type}, by which no record is found for certain`;
	const advice =
		'Choose a user-defined field of the type short text or number that can be written.';
	throw new FieldError(spot, problem, advice);
}

/** A value by which a record is found. */
export interface Match {
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
export function matchValue(field: CustomField, value: unknown, spot: Spot): Match {
	const given = toText(value ?? '', spot).trim();
	const number = field.type === 'Integer' && given !== '' ? toInteger(given, spot) : undefined;
	if (given === '' || number === 0) {
		const problem = `${quote(value)} is what records without a value have`;
		throw new FieldError(spot, problem, 'Give a value that one record alone has.');
	}
	if (UNFINDABLE.test(given)) {
		const problem = `${quote(value)} holds a line break or a character by which nothing is found`;
		throw new FieldError(spot, problem, 'Give a value of one line.');
	}
	if (number !== undefined) {
		return {
			condition: (column) => `${column} = ${number}`,
			encoded: `[I:${number}]`,
			isSame: (found) => [Number(found), decodeText(String(found))].includes(number),
		};
	}
	return {
		condition: (column) => `${column} is ${literal(given)}`,
		encoded: encodeText(given, spot, field),
		// Servers compare texts without case, but keys may differ in it alone.
		isSame: (found) => String(found).trim() === given,
	};
}
