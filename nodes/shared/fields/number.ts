import { FieldError, quote, type Kind, type Spot } from './kind';

const INT32_MAX = 2 ** 31 - 1;

/**
 * A whole number that fits SuperOffice's int32, from a number or from digits in a text.
 * @throws FieldError for anything else
 */
export function toInteger(value: unknown, spot: Pick<Spot, 'parameter' | 'label'>): number {
	const digits = typeof value === 'string' && /^\s*[+-]?\d+\s*$/.test(value);
	const number = digits ? Number(value) : value;
	if (typeof number !== 'number' || !Number.isInteger(number)) {
		throw new FieldError(spot, `${quote(value)} is not a whole number`, 'Give digits only.');
	}
	if (Math.abs(number) > INT32_MAX) {
		throw new FieldError(spot, `${quote(value)} is too large`, `The limit is ${INT32_MAX}.`);
	}
	return number;
}

export const integer: Kind = {
	name: 'Number',
	control: { type: 'number', typeOptions: { numberPrecision: 0 }, default: 0 },
	encode: toInteger,
};
