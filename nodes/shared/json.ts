/** A value as it stands in SuperOffice's JSON. */
export type Json = string | number | boolean | null | Json[] | { [key: string]: Json };

export type JsonObject = { [key: string]: Json };

/** The value of a key whose case may differ, as SuperOffice compares names without it. */
export function getIgnoringCase<T>(record: Record<string, T>, key: string): T | undefined {
	const found = Object.keys(record).find((one) => one.toLowerCase() === key.toLowerCase());
	return found === undefined ? undefined : record[found];
}

/** The value of an own property; undefined for inherited ones such as `toString`. */
export const ownProperty = <T>(record: Record<string, T>, key: string): T | undefined =>
	Object.hasOwn(record, key) ? record[key] : undefined;

/** A value if it is an object, else an empty one. */
export const asRecord = (value: unknown): Record<string, unknown> => (isRecord(value) ? value : {});

export function isRecord(value: unknown): value is Record<string, unknown> {
	return typeof value === 'object' && value !== null && !Array.isArray(value);
}
