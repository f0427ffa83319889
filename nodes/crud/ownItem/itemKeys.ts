/** The key of an item for a name, ignoring case. */
export const findKey = (item: object, name: string) =>
	Object.keys(item).find((key) => key.toLowerCase() === name.toLowerCase());

/** Whether a value is neither missing, null nor empty. */
export const hasValue = (value: unknown) => value !== undefined && value !== null && value !== '';
