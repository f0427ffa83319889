import type { INodeProperties } from 'n8n-workflow';

import type { Condition } from '../../shared/archive/condition';
import { encodeWith, FieldError, quote } from '../../shared/fields/kind';
import { spotOf } from '../../shared/fields/parameter';
import { controlsOf } from '../../shared/fields/table';
import { isRecord, type JsonObject } from '../../shared/json';
import { finder } from '../../shared/lookup/find';
import type { Ask } from '../../shared/lookup/source';
import { filterTable } from '../../entities/appointment/appointment.filters';

export const FILTERS: INodeProperties = {
	displayName: 'Filters',
	name: 'filters',
	type: 'collection',
	placeholder: 'Add Filter',
	default: {},
	description: 'What the appointments have to meet, all of it',
	options: controlsOf(filterTable),
};

const ADVICE = `There are ${Object.keys(filterTable).join(', ')}.`;

/** An expression may give anything: what is no filter must not count as none. */
function readGiven(given: unknown): Record<string, unknown> {
	const spot = spotOf(FILTERS);
	if (!isRecord(given)) {
		throw new FieldError(spot, `${quote(given)} is no object of filters`, ADVICE);
	}
	const unknown = Object.keys(given).filter((name) => !Object.hasOwn(filterTable, name));
	if (unknown.length === 0) return given;
	throw new FieldError(spot, `has no filter named ${unknown.map(quote).join(', ')}`, ADVICE);
}

/**
 * The conditions of an item's filters.
 * @throws FieldError for a filter that was added and is empty or unknown, as it would find far too
 * much, and for values that cannot be
 */
export async function filterConditions(
	read: (parameter: string) => unknown,
	ask: Ask,
	zone: string,
): Promise<Condition[]> {
	const given = readGiven(read(FILTERS.name) ?? {});
	const encoded: JsonObject = {};
	const conditions: Condition[] = [];
	for (const [name, { label, kind, condition }] of Object.entries(filterTable)) {
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
