import type { INodeProperties } from 'n8n-workflow';
import sortBy from 'lodash/sortBy';

import type { EntityDefinition } from '../../entities/entity';
import { derived } from '../../shared/derived';
import { oneOf } from '../../shared/fields/enumeration';
import { FieldError } from '../../shared/fields/kind';
import { spotOf } from '../../shared/fields/parameter';
import { wireName } from '../../shared/fields/table';
import type { Json, JsonObject } from '../../shared/json';
import type { ItemCall } from '../operation';

/** What empties each property that can be empty, by parameter. */
const clearedOf = derived(
	({ fields, alwaysFilled, systemGroup }: EntityDefinition) =>
		new Map<string, Json>(
			Object.entries(fields).flatMap(([name, { kind, group }]) => {
				const isFixed = group === systemGroup || alwaysFilled.includes(name);
				return isFixed || kind.cleared === undefined ? [] : [[name, kind.cleared] as const];
			}),
		),
);

const CLEAR: INodeProperties = {
	displayName: 'Clear',
	name: 'clear',
	type: 'multiOptions',
	default: [],
	description:
		'Properties to empty; of fields that are left empty in the form, only texts that were added are emptied',
};

/** The properties to empty. */
export const clearControl = (entity: EntityDefinition): INodeProperties => ({
	...CLEAR,
	options: sortBy(
		[...clearedOf(entity).keys()].map((value) => ({ name: entity.fields[value].label, value })),
		'name',
	),
});

/** The names in a value of the form, a list of an expression, or a text with commas. */
function namesIn(value: unknown, known: string[]): string[] {
	const list = Array.isArray(value) ? value : String(value ?? '').split(',');
	const names = list.map((one) => String(one).trim()).filter(Boolean);
	return names.map((name) => oneOf(known, name, spotOf(CLEAR)));
}

/**
 * What empties the properties that an item clears: null for references and dates (which SuperOffice
 * documents nowhere), "" for texts, and lists without entries.
 * @param set what the item sets
 * @throws FieldError for a property that cannot be cleared, or is set as well
 */
export function readCleared({ entity, read }: ItemCall, set: JsonObject): JsonObject {
	const cleared = clearedOf(entity);
	const names = namesIn(read(CLEAR.name), [...cleared.keys()]);
	const twice = names.find((name) => wireName(name) in set);
	if (twice !== undefined) {
		const problem = `${entity.fields[twice].label} (${twice}) is set and cleared`;
		throw new FieldError(spotOf(CLEAR), problem, 'Keep one of the two.');
	}
	return Object.fromEntries(names.map((name) => [wireName(name), cleared.get(name) ?? null]));
}
