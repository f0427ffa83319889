import type { INodeProperties } from 'n8n-workflow';
import sortBy from 'lodash/sortBy';

import type { EntityDefinition } from '../../entities/entity';
import { weakMemoize } from '../../shared/weakMemoize';
import { toEnumValue } from '../../shared/fields/enumeration';
import { FieldError } from '../../shared/fields/fieldKind';
import { parameterRef } from '../../shared/fields/parameterRef';
import { SYSTEM_GROUP, wireName } from '../../shared/fields/table';
import type { Json, JsonObject } from '../../shared/json';
import type { ItemCall } from '../operation';

/** The empty value of each clearable property, by parameter. */
const clearableValues = weakMemoize(
	({ fields, neverEmpty }: EntityDefinition) =>
		new Map<string, Json>(
			Object.entries(fields).flatMap(([name, { kind, group }]) => {
				const isFixed = group === SYSTEM_GROUP || neverEmpty.includes(name);
				return isFixed || kind.clearedValue === undefined
					? []
					: [[name, kind.clearedValue] as const];
			}),
		),
);

const CLEAR: INodeProperties = {
	displayName: 'Clear',
	name: 'clear',
	type: 'multiOptions',
	default: [],
	description:
		'Properties to empty; fields left empty in the form are not changed, except added texts',
};

/** The properties to empty. */
export const clearControl = (entity: EntityDefinition): INodeProperties => ({
	...CLEAR,
	options: sortBy(
		[...clearableValues(entity).keys()].map((value) => ({
			name: entity.fields[value].label,
			value,
		})),
		'name',
	),
});

/** The names in a value of the form, a list of an expression, or a text with commas. */
function namesIn(value: unknown, known: string[]): string[] {
	const list = Array.isArray(value) ? value : String(value ?? '').split(',');
	const names = list.map((one) => String(one).trim()).filter(Boolean);
	return names.map((name) => toEnumValue(known, name, parameterRef(CLEAR)));
}

/**
 * The values that clear the chosen properties: null for references and dates (which SuperOffice
 * documents nowhere), "" for texts, and lists without entries.
 * @param set what the item sets
 * @throws FieldError for a property that cannot be cleared, or is set as well
 */
export function readCleared({ entity, read }: ItemCall, set: JsonObject): JsonObject {
	const cleared = clearableValues(entity);
	const names = namesIn(read(CLEAR.name), [...cleared.keys()]);
	const twice = names.find((name) => wireName(name) in set);
	if (twice !== undefined) {
		const problem = `${entity.fields[twice].label} (${twice}) is set and cleared`;
		throw new FieldError(parameterRef(CLEAR), problem, 'Keep one of the two.');
	}
	return Object.fromEntries(names.map((name) => [wireName(name), cleared.get(name) ?? null]));
}
