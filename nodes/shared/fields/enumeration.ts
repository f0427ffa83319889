import type { INodePropertyOptions } from 'n8n-workflow';

import { FieldError, quote, type Control, type FieldKind, type ParameterRef } from './fieldKind';
import { toText } from './text';

/** `BookingForDiary` → `Booking for Diary`, n8n's title case. */
function enumLabel(value: string): string {
	const words = value
		.replace(/([a-z])([A-Z])/g, '$1 $2')
		.replace(/\b(For|By|In)\b(?!$)/g, (word) => word.toLowerCase());
	return words.charAt(0).toUpperCase() + words.slice(1);
}

function dropdown(
	values: readonly string[],
	labels: Record<string, string>,
): Control & { options: INodePropertyOptions[] } {
	const options = values.map((value) => ({ name: labels[value] ?? enumLabel(value), value }));
	return { type: 'options', options, default: values[0] };
}

function findValue(values: readonly string[], value: unknown): string | undefined {
	const wanted = String(value).trim().toLowerCase();
	return values.find((candidate) => candidate.toLowerCase() === wanted);
}

/**
 * The matching value of an enum, ignoring case.
 * @throws FieldError listing the values
 */
export function toEnumValue(values: readonly string[], value: unknown, ref: ParameterRef): string {
	const found = findValue(values, value);
	if (found !== undefined) return found;
	const advice = `Use one of: ${values.join(', ')}.`;
	throw new FieldError(ref, `${quote(value)} is not one of its values`, advice);
}

/**
 * A dropdown over an enum of SuperOffice's OpenAPI files.
 * @param values the enum's values as they go over the wire; the first one is preselected
 * @param labels what the form shows where the value's own words would not do
 */
export function enumeration(
	values: readonly string[],
	labels: Record<string, string> = {},
): FieldKind {
	return {
		name: 'Dropdown',
		control: dropdown(values, labels),
		encode: (value, ref) => toEnumValue(values, value, ref),
	};
}

/** A dropdown whose values are suggestions: another text goes out as it is. */
export function suggestions(
	values: readonly string[],
	labels: Record<string, string> = {},
): FieldKind {
	return { ...enumeration(values, labels), encode: toText };
}

/**
 * Several values of a flags enum, sent as .NET writes flags: `Monday, Wednesday`
 * (seen in the official client's RecurrenceInfo fixture).
 */
export function flags(values: readonly string[]): FieldKind {
	return {
		name: 'Several of a list',
		control: { ...dropdown(values, {}), type: 'multiOptions', default: [] },
		encode(value, ref) {
			const given = Array.isArray(value) ? value : String(value).split(',');
			const named = given.map((one) => toEnumValue(values, one, ref));
			// In the order of the list, and once each.
			const chosen = values.filter((candidate) => named.includes(candidate));
			return chosen.length > 0 ? chosen.join(', ') : undefined;
		},
	};
}
