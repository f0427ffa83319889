import attempt from 'lodash/attempt';

import { isRecord, type Json, type JsonObject } from '../json';
import { findJsonLosses } from '../jsonLosses';
import { FieldError, quote, type FieldKind, type ParameterRef } from './fieldKind';

function rejectJson(
	value: unknown,
	ref: ParameterRef,
	advice = 'Give an object in braces.',
): never {
	throw new FieldError(ref, `${quote(value)} is not a JSON object`, advice);
}

function parse(text: string, value: unknown, ref: ParameterRef): JsonObject {
	try {
		const parsed: unknown = JSON.parse(text);
		return isRecord(parsed) ? (parsed as JsonObject) : rejectJson(value, ref);
	} catch (error) {
		return rejectJson(value, ref, error instanceof SyntaxError ? error.message : undefined);
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
export function toJsonText(value: unknown, ref: ParameterRef): string {
	const text = asText(value);
	parse(text, value, ref);
	return text;
}

/**
 * Fails for JSON text with numbers that JavaScript cannot represent.
 * @throws FieldError naming the first such number
 */
export function assertSafeNumbers(text: string, ref: ParameterRef): void {
	const { number } = findJsonLosses(text);
	if (number === undefined) return;
	const advice = 'Write it with fewer digits, or as text.';
	throw new FieldError(ref, `${number} has more digits than a number keeps here`, advice);
}

export const jsonObject: FieldKind = {
	name: 'JSON object',
	control: { type: 'json', default: '{}' },
	encode(value, ref) {
		const text = asText(value);
		const object = parse(text, value, ref);
		assertSafeNumbers(text, ref);
		return object;
	},
};

/** A list as SuperOffice has it, for those that it sets itself. */
export const jsonList: FieldKind = {
	name: 'JSON list',
	control: { type: 'json', default: '[]' },
	encode(value, ref) {
		const text = asText(value);
		const list: unknown = attempt(JSON.parse, text);
		if (Array.isArray(list)) {
			assertSafeNumbers(text, ref);
			return list as Json;
		}
		throw new FieldError(ref, `${quote(value)} is not a JSON list`, 'Give a list in brackets.');
	},
};
