import type { Carrier, Value } from '../tenant/carriers';

/** Whether a value is an object. */
export function isCarrier(value: Value | undefined): value is Carrier {
	return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** A value with all its texts changed; `path` is a text's way from the value down. */
export function mapTexts(
	value: Value,
	change: (text: string, path: string[]) => string,
	path: string[] = [],
): Value {
	if (Array.isArray(value)) return value.map((one) => mapTexts(one, change, path));
	if (isCarrier(value)) {
		return Object.fromEntries(
			Object.entries(value).map(([key, one]) => [key, mapTexts(one, change, [...path, key])]),
		);
	}
	return typeof value === 'string' ? change(value, path) : value;
}

/** What a body has under a name, compared without case: the official client posts camel case. */
export function bodyValue(body: Value | undefined, name: string): Value | undefined {
	if (!isCarrier(body)) return undefined;
	const key = Object.keys(body).find((one) => one.toLowerCase() === name.toLowerCase());
	return key === undefined ? undefined : body[key];
}
