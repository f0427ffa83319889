import { isRecord, type JsonObject } from '../json';
import { lossesIn } from '../jsonText';
import { FieldError, quote, type Kind, type Spot } from './kind';

function refuse(value: unknown, spot: Spot, advice = 'Give an object in braces.'): never {
	throw new FieldError(spot, `${quote(value)} is not a JSON object`, advice);
}

function parse(text: string, value: unknown, spot: Spot): JsonObject {
	try {
		const parsed: unknown = JSON.parse(text);
		return isRecord(parsed) ? (parsed as JsonObject) : refuse(value, spot);
	} catch (error) {
		return refuse(value, spot, error instanceof SyntaxError ? error.message : undefined);
	}
}

/** The JSON text of a value that is text already or an object; dates and the like become text. */
const asText = (value: unknown) =>
	typeof value === 'string' ? value : (JSON.stringify(value) ?? '');

/**
 * The text of a JSON object, written out or given by an expression. Written text stays as it is, to
 * the last digit.
 * @throws FieldError when it is anything but an object
 */
export function toJsonText(value: unknown, spot: Spot): string {
	const text = asText(value);
	parse(text, value, spot);
	return text;
}

/**
 * Refuses JSON text whose numbers JavaScript does not keep, where it does not go out as it is.
 * @throws FieldError naming the first such number
 */
export function checkDigits(text: string, spot: Spot): void {
	const { number } = lossesIn(text);
	if (number === undefined) return;
	const advice = 'Write it with fewer digits, or as text.';
	throw new FieldError(spot, `${number} has more digits than a number keeps here`, advice);
}

export const jsonObject: Kind = {
	name: 'JSON object',
	control: { type: 'json', default: '{}' },
	encode(value, spot) {
		const text = asText(value);
		const object = parse(text, value, spot);
		checkDigits(text, spot);
		return object;
	},
};
