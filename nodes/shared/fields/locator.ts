import type { INodeProperties } from 'n8n-workflow';

import { isRecord } from '../json';
import { FieldError, type Control, type ParameterRef } from './fieldKind';
import { toText } from './text';

/** The ways of a locator beside the list. */
export type LocatorModes = Pick<INodeProperties, 'modes'>;

/** A locator whose values are picked from a list that can be searched, or entered by other ways. */
export const locator = (searchListMethod: string, others: LocatorModes): Control => ({
	type: 'resourceLocator',
	default: { mode: 'list', value: '' },
	modes: [
		{
			displayName: 'From List',
			name: 'list',
			type: 'list',
			typeOptions: { searchListMethod, searchable: true },
		},
		...(others.modes ?? []),
	],
});

/** All that n8n saves of a locator, with the names and addresses that its list has shown. */
const LOCATOR_KEYS = ['__rl', 'mode', 'value', 'cachedResultName', 'cachedResultUrl'];

/**
 * Whether a value is a locator's, and not plain data in its place. n8n saves one that was added and
 * left alone as its default stands in the form, without the mark `__rl`.
 */
export const isLocator = (value: unknown): value is Record<string, unknown> =>
	isRecord(value) &&
	('__rl' in value ||
		(typeof value.mode === 'string' &&
			'value' in value &&
			Object.keys(value).every((key) => LOCATOR_KEYS.includes(key))));

/** A text that names something of the tenant's, picked from a list or given as it is. */
export const keyLocator = (method: string, placeholder: string): Control =>
	locator(method, {
		modes: [{ displayName: 'By Key', name: 'key', type: 'string', placeholder }],
	});

/**
 * The key in a locator or in plain data.
 * @throws FieldError for nothing
 */
export function readLocatorKey(value: unknown, ref: ParameterRef): string {
	const key = toText((isLocator(value) ? value.value : value) ?? '', ref).trim();
	if (key !== '') return key;
	throw new FieldError(ref, 'is empty', 'Choose one from the list, or give its key.');
}
