import type { INodeProperties } from 'n8n-workflow';

import type { EntityDefinition } from '../../entities/entity';
import type { Condition } from '../../shared/archive/condition';
import { encodeWith, FieldError, quote } from '../../shared/fields/kind';
import { spotOf } from '../../shared/fields/parameter';
import { controlsOf } from '../../shared/fields/table';
import { isRecord, type JsonObject } from '../../shared/json';
import { finder } from '../../shared/lookup/find';
import type { Ask } from '../../shared/lookup/source';
import type { ItemCall } from '../operation';

const FILTERS: INodeProperties = {
	displayName: 'Filters',
	name: 'filters',
	type: 'collection',
	placeholder: 'Add Filter',
	default: {},
	description: 'What the {records} have to meet, all of it',
};

export const filtersControl = ({ filters }: EntityDefinition): INodeProperties => ({
	...FILTERS,
	options: controlsOf(filters),
});

/** An expression may give anything: what is no filter must not count as none. */
function readGiven({ filters }: EntityDefinition, given: unknown): Record<string, unknown> {
	const advice = `There are ${Object.keys(filters).join(', ')}.`;
	const spot = spotOf(FILTERS);
	if (!isRecord(given)) {
		throw new FieldError(spot, `${quote(given)} is no object of filters`, advice);
	}
	const unknown = Object.keys(given).filter((name) => !Object.hasOwn(filters, name));
	if (unknown.length === 0) return given;
	throw new FieldError(spot, `has no filter named ${unknown.map(quote).join(', ')}`, advice);
}

/**
 * The conditions of an item's filters.
 * @throws FieldError for a filter that was added and is empty or unknown, as it would find far too
 * much, and for values that cannot be
 */
export async function filterConditions(
	{ entity, read }: Pick<ItemCall, 'entity' | 'read'>,
	ask: Ask,
	zone: string,
): Promise<Condition[]> {
	const given = readGiven(entity, read(FILTERS.name) ?? {});
	const encoded: JsonObject = {};
	const conditions: Condition[] = [];
	for (const [name, { label, kind, condition }] of Object.entries(entity.filters)) {
		if (!(name in given)) continue;
		const spot = { parameter: `${FILTERS.name}.${name}`, label };
		const value = await encodeWith(kind, given[name], spot, {
			zone,
			encoded,
			find: finder(ask, zone),
		});
		if (value === undefined || (typeof value === 'string' && value.trim() === '')) {
			throw new FieldError(spot, 'is empty', 'Give a value, or remove the filter.');
		}
		encoded[name] = value;
		conditions.push(await condition(value, { ask, zone, spot }));
	}
	return conditions;
}
