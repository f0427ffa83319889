import type { Json, JsonObject } from '../json';
import { fieldByKey, type CustomField } from './definition';
import { decodeText } from './encodedText';
import { customTypeOf } from './types';

/** Keys that SuperOffice adds to a value when it is read. */
const HELPER = /:(org|DisplayText|DisplayTooltip)$/;

/** Whether a key of a response's custom fields only helps to show another one. */
export const isHelperKey = (key: string): boolean => HELPER.test(key);

function decode(text: string, field: CustomField | undefined, display: Json | undefined): Json {
	const type = field && customTypeOf(field);
	if (!field || !type?.decode) return decodeText(text);
	return type.decode(text, field, typeof display === 'string' ? display : undefined);
}

/**
 * The custom fields of a response as plain values.
 * @param nameOf what a field is called in the output
 */
export function decodeCustomFields(
	values: JsonObject,
	fields: CustomField[],
	nameOf: (key: string) => string,
): JsonObject {
	const shown = Object.entries(values).filter(([key]) => !isHelperKey(key));
	const decoded = shown.map(([key, value]): [string, Json] => {
		if (typeof value !== 'string') return [nameOf(key), value];
		return [nameOf(key), decode(value, fieldByKey(fields, key), values[`${key}:DisplayText`])];
	});
	return Object.fromEntries(decoded);
}
