import type { INodeProperties } from 'n8n-workflow';

import type { EntityDefinition } from '../entities/entity';
import type { EventContext } from '../entities/entityEvents';
import type { Condition as ArchiveCondition } from '../shared/archive/condition';
import { toEnumValue } from '../shared/fields/enumeration';
import { FieldError, type ParameterRef } from '../shared/fields/fieldKind';
import { isLocator } from '../shared/fields/locator';
import { assertInRange, INT32_MAX, toInteger } from '../shared/fields/number';
import { isOn } from '../shared/fields/parameterRef';
import { wireName } from '../shared/fields/table';
import { asRecord } from '../shared/json';
import { entityEvents } from './eventContext';
import { CHANGED_FIELDS, changeableFields, EVENT_FILTERS } from './eventFilterForm';

/** The filters of a trigger. */
export interface EventFilter {
	/** Accepted IDs by the name of the ID in the context. */
	ids: Record<string, number[]>;
	/** Names of properties, one of which has to change. */
	changedFields?: string[];
	/** Flags whose records are suppressed. */
	suppressedFlags: string[];
}

/** Reads a filter's value: a list, comma-separated text, a locator or a number. */
function toFilterList(given: unknown, ref: ParameterRef): unknown[] {
	const value = isLocator(given) ? given.value : given;
	const list: unknown[] = Array.isArray(value) ? value : String(value ?? '').split(',');
	const filled = list.filter((one) => one !== '' && one !== null);
	if (filled.length > 0) return filled;
	throw new FieldError(ref, 'is empty', 'Give a value, or remove the filter.');
}

const toIds = (given: unknown, ref: ParameterRef) =>
	toFilterList(given, ref).map((id) => assertInRange(toInteger(id, ref), 1, INT32_MAX, ref));

/** The value of a filter and its parameter; undefined if it was not added. */
function filterInput(filters: Record<string, unknown>, { name, displayName }: INodeProperties) {
	if (!(name in filters)) return undefined;
	const ref = { parameter: `${EVENT_FILTERS.name}.${name}`, label: displayName };
	return { value: filters[name], ref };
}

/**
 * Reads the filters.
 * @param read gives a parameter's value
 * @throws FieldError for a filter that was added and is empty, as it would match everything
 */
export function readEventFilter(
	entity: EntityDefinition,
	read: (parameter: string) => unknown,
): EventFilter {
	const { filters, switches } = entityEvents(entity);
	const given = asRecord(read(EVENT_FILTERS.name));
	const ids: EventFilter['ids'] = {};
	for (const { control, id } of filters) {
		const wanted = filterInput(given, control);
		if (wanted) ids[id] = toIds(wanted.value, wanted.ref);
	}
	const changed = filterInput(given, CHANGED_FIELDS);
	const fields = changeableFields(entity).map(wireName);
	return {
		ids,
		changedFields:
			changed &&
			toFilterList(changed.value, changed.ref).map((one) => toEnumValue(fields, one, changed.ref)),
		suppressedFlags: switches
			.filter(({ control, suppressWhen }) => isOn(read, control) === suppressWhen)
			.map(({ flag }) => flag),
	};
}

/** The ID filters as conditions of the archive. */
export const eventFilterConditions = (
	entity: EntityDefinition,
	{ ids }: EventFilter,
): ArchiveCondition[] =>
	entityEvents(entity)
		.filters.filter(({ id }) => Object.hasOwn(ids, id))
		.map(({ id, term }) => ({ filter: term(ids[id].join(',')) }));

/** One condition of the filter. */
interface FilterTest {
	/** Undefined while too little is known. */
	isMet: boolean | undefined;
	/** The result when it stays unknown. */
	passesUnknown: boolean;
}

const isNot = (value: boolean | undefined) => (value === undefined ? undefined : !value);

function filterTests(filter: EventFilter, known: EventContext, changed?: string[]): FilterTest[] {
	const { ids, changedFields, suppressedFlags } = filter;
	const wanted = Object.entries(ids).map(([name, numbers]) => {
		const id = known.ids[name];
		return { isMet: id === undefined ? undefined : numbers.includes(id), passesUnknown: false };
	});
	const hasChanged =
		!changed || !changedFields || changedFields.some((field) => changed.includes(field));
	return [
		...wanted,
		{ isMet: hasChanged, passesUnknown: false },
		...suppressedFlags.map((flag) => ({ isMet: isNot(known.flags[flag]), passesUnknown: true })),
	];
}

/**
 * Whether an event matches the filter; undefined while too little of its record is known.
 * @param changed names of the properties that have changed, where that is what has happened
 */
export function evaluateFilter(
	filter: EventFilter,
	known: EventContext,
	changed?: string[],
): boolean | undefined {
	const results = filterTests(filter, known, changed).map(({ isMet }) => isMet);
	if (results.includes(false)) return false;
	return results.includes(undefined) ? undefined : true;
}

/** Whether an event matches the filter when no more will be known of its record. */
export const matchesFilter = (
	filter: EventFilter,
	known: EventContext,
	changed?: string[],
): boolean =>
	filterTests(filter, known, changed).every(({ isMet, passesUnknown }) => isMet ?? passesUnknown);
