import { FieldError, quote, type FieldKind, type ParameterRef } from './fieldKind';
import { assertSafeNumbers } from './jsonObject';
import { toText } from './text';

const NUMBER = /^-?\d+([.,]\d+)?$/;

/** A comma before three digits may part thousands as well as decimals. */
const AMBIGUOUS = /^-?[1-9]\d{0,2},\d{3}$/;

/**
 * A number as text with a decimal point and without exponent; text may have a comma instead.
 * @throws FieldError for what is none, and where a comma may part thousands
 */
export function toDecimalText(value: unknown, ref: ParameterRef): string {
	const text =
		typeof value === 'number'
			? value.toLocaleString('en-US', { useGrouping: false, maximumFractionDigits: 20 })
			: toText(value, ref).trim();
	const isLost = typeof value === 'number' && value !== 0 && Number(text) === 0;
	if (!NUMBER.test(text) || isLost) {
		throw new FieldError(ref, `${quote(value)} is not a number`, 'Give a number such as 1250.50.');
	}
	if (!AMBIGUOUS.test(text)) return text.replace(',', '.');
	const problem = `${quote(value)} may be a number of thousands or one with three decimals`;
	throw new FieldError(ref, problem, 'Give it with a decimal point, or as a number.');
}

/** A number with decimals, such as an amount. Its form is a text, which may be empty. */
export const decimal: FieldKind = {
	name: 'Decimal number',
	control: { type: 'string', default: '', placeholder: 'e.g. 1250.50' },
	encode(value, ref) {
		const text = toDecimalText(value, ref);
		assertSafeNumbers(text, ref);
		return Number(text);
	},
};
