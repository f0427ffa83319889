/** The key of an item for a name, ignoring case. */
export const findKey = (item: object, name: string) =>
	Object.keys(item).find((key) => key.toLowerCase() === name.toLowerCase());

/** Whether a value is neither missing, null nor empty. */
export const hasValue = (value: unknown) => value !== undefined && value !== null && value !== '';

/** An item without some of its entries; lodash would also drop keys such as `constructor`. */
export const omitEntries = <T>(
	item: Record<string, T>,
	isOmitted: (value: T, key: string) => boolean,
): Record<string, T> =>
	Object.fromEntries(Object.entries(item).filter(([key, value]) => !isOmitted(value, key)));
