import { FieldError, quote, type Kind, type Spot } from './kind';

const INT32_MIN = -(2 ** 31);
/** The highest number that SuperOffice takes. */
export const INT32_MAX = 2 ** 31 - 1;

/** @throws FieldError for a number below `min` or above `max` */
export function inRange(number: number, min: number, max: number, spot: Spot): number {
	if (number >= min && number <= max) return number;
	throw new FieldError(spot, `${number} is out of range`, `Give a number from ${min} to ${max}.`);
}

/** Whether a value is a whole number, as a number or in digits. */
export const isDigits = (value: unknown): boolean => /^\s*[+-]?\d+\s*$/.test(String(value));

/**
 * A whole number that fits SuperOffice's int32, from a number or from digits in a text.
 * @throws FieldError for anything else
 */
export function toInteger(value: unknown, spot: Spot): number {
	const number = typeof value === 'string' && isDigits(value) ? Number(value) : value;
	if (typeof number !== 'number' || !Number.isInteger(number)) {
		throw new FieldError(spot, `${quote(value)} is not a whole number`, 'Give digits only.');
	}
	return inRange(number, INT32_MIN, INT32_MAX, spot);
}

export const integer: Kind = {
	name: 'Number',
	control: { type: 'number', typeOptions: { numberPrecision: 0 }, default: 0 },
	encode: toInteger,
};

/** A whole number from `min` to `max`, both included. */
export function between(min: number, max: number): Kind {
	return {
		...integer,
		control: { ...integer.control, typeOptions: { minValue: min, maxValue: max }, default: min },
		encode: (value, spot) => inRange(toInteger(value, spot), min, max, spot),
	};
}
