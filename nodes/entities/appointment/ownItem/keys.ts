import type { IDataObject } from 'n8n-workflow';

/** The key that an item has for a name, in any case. */
export const keyOf = (item: IDataObject, name: string) =>
	Object.keys(item).find((key) => key.toLowerCase() === name.toLowerCase());

/** A value that is there, and not nothing. */
export const isGiven = (value: unknown) => value !== undefined && value !== null && value !== '';
