import { FieldError, quote, type Kind, type Spot } from './kind';
import { isRecord, type Json, type JsonObject } from '../json';

function parse(value: unknown, spot: Spot): unknown {
	if (typeof value !== 'string') return value;
	try {
		return JSON.parse(value);
	} catch (error) {
		return notAnObject(value, spot, error instanceof Error ? error.message : undefined);
	}
}

function notAnObject(value: unknown, spot: Spot, advice?: string): never {
	throw new FieldError(
		spot,
		`${quote(value)} is not a JSON object`,
		advice ?? 'Give an object in braces.',
	);
}

/**
 * A JSON object, written out or given by an expression; nothing in it is changed.
 * @throws FieldError when it is anything but an object
 */
export function toJsonObject(value: unknown, spot: Spot): JsonObject {
	const parsed = parse(value, spot);
	return isRecord(parsed) ? (parsed as JsonObject) : notAnObject(value, spot);
}

export const jsonObject: Kind = {
	name: 'JSON object',
	control: { type: 'json', default: '{}' },
	encode: (value, spot): Json => toJsonObject(value, spot),
};
