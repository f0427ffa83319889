import type { INodeProperties } from 'n8n-workflow';

import type { EntityDefinition } from '../../entities/entity';
import type { Condition } from '../../shared/archive/condition';
import { encodeValue, FieldError, quote } from '../../shared/fields/fieldKind';
import { parameterRef } from '../../shared/fields/parameterRef';
import { tableControls } from '../../shared/fields/table';
import { asRecord, isRecord, type JsonObject } from '../../shared/json';
import type { LookUp } from '../../shared/lookup/source';
import { encodeContext } from '../body/encodeContext';
import type { ItemCall } from '../operation';

const FILTERS: INodeProperties = {
	displayName: 'Filters',
	name: 'filters',
	type: 'collection',
	placeholder: 'Add Filter',
	default: {},
	description: 'Return only {records} that match all filters',
};

export const filtersControl = ({ filters }: EntityDefinition): INodeProperties => ({
	...FILTERS,
	options: tableControls(filters),
});

/** Fails for unknown filters, as an expression may give anything. */
function checkFilterNames({ filters }: EntityDefinition, given: unknown): Record<string, unknown> {
	const advice = `There are ${Object.keys(filters).join(', ')}.`;
	const ref = parameterRef(FILTERS);
	if (!isRecord(given)) {
		throw new FieldError(ref, `${quote(given)} is no object of filters`, advice);
	}
	const unknown = Object.keys(given).filter((name) => !Object.hasOwn(filters, name));
	if (unknown.length === 0) return given;
	throw new FieldError(ref, `has no filter named ${unknown.map(quote).join(', ')}`, advice);
}

/** What rows have to meet as some filters are not set. */
export const absentConditions = ({
	entity,
	read,
}: Pick<ItemCall, 'entity' | 'read'>): Condition[] =>
	Object.entries(entity.filters).flatMap(([name, { absent }]) =>
		absent && !(name in asRecord(read(FILTERS.name))) ? [absent] : [],
	);

/**
 * The conditions of an item's filters.
 * @throws FieldError for a filter that was added and is empty or unknown, as it would match too
 * much, and for values that cannot be
 */
export async function readFilterConditions(
	{ entity, read }: Pick<ItemCall, 'entity' | 'read'>,
	lookUp: LookUp,
	zone: string,
): Promise<Condition[]> {
	const given = checkFilterNames(entity, read(FILTERS.name) ?? {});
	const encoded: JsonObject = {};
	const conditions: Condition[] = [];
	for (const [name, { label, kind, condition }] of Object.entries(entity.filters)) {
		if (!(name in given)) continue;
		const ref = { parameter: `${FILTERS.name}.${name}`, label };
		const value = await encodeValue(kind, given[name], ref, {
			...encodeContext(lookUp, zone),
			encoded,
		});
		if (value === undefined || (typeof value === 'string' && value.trim() === '')) {
			throw new FieldError(ref, 'is empty', 'Give a value, or remove the filter.');
		}
		encoded[name] = value;
		conditions.push(await condition(value, { lookUp, zone, ref }));
	}
	return conditions;
}
