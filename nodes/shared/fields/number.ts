import { FieldError, quote, type FieldKind, type ParameterRef } from './fieldKind';

const INT32_MIN = -(2 ** 31);
/** The highest number that SuperOffice takes. */
export const INT32_MAX = 2 ** 31 - 1;

/** @throws FieldError for a number below `min` or above `max` */
export function assertInRange(number: number, min: number, max: number, ref: ParameterRef): number {
	if (number >= min && number <= max) return number;
	throw new FieldError(ref, `${number} is out of range`, `Give a number from ${min} to ${max}.`);
}

/** Whether a value is a whole number, as a number or in digits. */
export const isWholeNumber = (value: unknown): boolean => /^\s*[+-]?\d+\s*$/.test(String(value));

/**
 * A whole number that fits SuperOffice's int32, from a number or from digits in a text.
 * @throws FieldError for anything else
 */
export function toInteger(value: unknown, ref: ParameterRef): number {
	const number = typeof value === 'string' && isWholeNumber(value) ? Number(value) : value;
	if (typeof number !== 'number' || !Number.isInteger(number)) {
		throw new FieldError(ref, `${quote(value)} is not a whole number`, 'Give digits only.');
	}
	return assertInRange(number, INT32_MIN, INT32_MAX, ref);
}

export const integer: FieldKind = {
	name: 'Number',
	control: { type: 'number', typeOptions: { numberPrecision: 0 }, default: 0 },
	encode: toInteger,
};

/** A whole number from `min` to `max`, both included. */
export function integerBetween(min: number, max: number): FieldKind {
	return {
		...integer,
		control: { ...integer.control, typeOptions: { minValue: min, maxValue: max }, default: min },
		encode: (value, ref) => assertInRange(toInteger(value, ref), min, max, ref),
	};
}
