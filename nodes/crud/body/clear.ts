import type { INodeProperties } from 'n8n-workflow';
import sortBy from 'lodash/sortBy';

import { oneOf } from '../../shared/fields/enumeration';
import { FieldError } from '../../shared/fields/kind';
import { spotOf } from '../../shared/fields/parameter';
import { wireName, type FieldRow } from '../../shared/fields/table';
import type { Json, JsonObject } from '../../shared/json';
import { appointmentFields } from '../../entities/appointment/appointment.fields';

/** No appointment is without these (SuperOffice's documentation of the table `appointment`). */
const ALWAYS_FILLED = ['startDate', 'endDate', 'associate', 'task'];

/** What empties each property that can be empty, by parameter. */
const CLEARED = new Map<string, Json>(
	Object.entries(appointmentFields).flatMap(([name, row]) => {
		const { kind, group }: FieldRow = row;
		const isFixed = group === 'systemFields' || ALWAYS_FILLED.includes(name);
		return isFixed || kind.cleared === undefined ? [] : [[name, kind.cleared] as const];
	}),
);

const labelOf = (name: string) => (appointmentFields as Record<string, FieldRow>)[name].label;

/** The properties to empty. */
export const CLEAR: INodeProperties = {
	displayName: 'Clear',
	name: 'clear',
	type: 'multiOptions',
	options: sortBy(
		[...CLEARED.keys()].map((name) => ({ name: labelOf(name), value: name })),
		'name',
	),
	default: [],
	description:
		'Properties to empty; of fields that are left empty in the form, only texts that were added are emptied',
};

/** The names in a value of the form, a list of an expression, or a text with commas. */
function namesIn(value: unknown): string[] {
	const list = Array.isArray(value) ? value : String(value ?? '').split(',');
	const names = list.map((one) => String(one).trim()).filter(Boolean);
	return names.map((name) => oneOf([...CLEARED.keys()], name, spotOf(CLEAR)));
}

/**
 * What empties the properties that an item clears: null for references and dates (which SuperOffice
 * documents nowhere), "" for texts, and lists without entries.
 * @param set what the item sets
 * @throws FieldError for a property that cannot be cleared, or is set as well
 */
export function readCleared(read: (parameter: string) => unknown, set: JsonObject): JsonObject {
	const names = namesIn(read(CLEAR.name));
	const twice = names.find((name) => wireName(name) in set);
	if (twice !== undefined) {
		const problem = `${labelOf(twice)} (${twice}) is set and cleared`;
		throw new FieldError(spotOf(CLEAR), problem, 'Keep one of the two.');
	}
	return Object.fromEntries(names.map((name) => [wireName(name), CLEARED.get(name) ?? null]));
}
