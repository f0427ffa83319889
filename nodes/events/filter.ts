import type { INodeProperties } from 'n8n-workflow';

import type { EntityDefinition } from '../entities/entity';
import type { EventContext } from '../entities/entityEvents';
import type { Condition as ArchiveCondition } from '../shared/archive/condition';
import { oneOf } from '../shared/fields/enumeration';
import { FieldError, type Spot } from '../shared/fields/kind';
import { isLocator } from '../shared/fields/locator';
import { inRange, INT32_MAX, toInteger } from '../shared/fields/number';
import { isOn } from '../shared/fields/parameter';
import { wireName } from '../shared/fields/table';
import { asRecord } from '../shared/json';
import { eventsOf } from './context';
import { CHANGED_FIELDS, changeable, EVENT_FILTERS } from './form';

/** Which events come out. */
export interface EventFilter {
	/** Numbers by the name that facts have for them, one of which has to be the record's. */
	ids: Record<string, number[]>;
	/** Names of properties, one of which has to change. */
	changedFields?: string[];
	/** Flags with which none comes out. */
	keptBack: string[];
}

/** What a filter's value may be: a list, a text with commas, a locator or a number. */
function listOf(given: unknown, spot: Spot): unknown[] {
	const value = isLocator(given) ? given.value : given;
	const list: unknown[] = Array.isArray(value) ? value : String(value ?? '').split(',');
	const filled = list.filter((one) => one !== '' && one !== null);
	if (filled.length > 0) return filled;
	throw new FieldError(spot, 'is empty', 'Give a value, or remove the filter.');
}

const toIds = (given: unknown, spot: Spot) =>
	listOf(given, spot).map((id) => inRange(toInteger(id, spot), 1, INT32_MAX, spot));

/** What an added filter is given, and where it stands; undefined for one that was not added. */
function givenFor(filters: Record<string, unknown>, { name, displayName }: INodeProperties) {
	if (!(name in filters)) return undefined;
	const spot = { parameter: `${EVENT_FILTERS.name}.${name}`, label: displayName };
	return { value: filters[name], spot };
}

/**
 * Reads the filters.
 * @param read gives a parameter's value
 * @throws FieldError for a filter that was added and is empty, as it would let all through
 */
export function readEventFilter(
	entity: EntityDefinition,
	read: (parameter: string) => unknown,
): EventFilter {
	const { filters, switches } = eventsOf(entity);
	const given = asRecord(read(EVENT_FILTERS.name));
	const ids: EventFilter['ids'] = {};
	for (const { control, id } of filters) {
		const wanted = givenFor(given, control);
		if (wanted) ids[id] = toIds(wanted.value, wanted.spot);
	}
	const changed = givenFor(given, CHANGED_FIELDS);
	const fields = changeable(entity).map(wireName);
	return {
		ids,
		changedFields:
			changed && listOf(changed.value, changed.spot).map((one) => oneOf(fields, one, changed.spot)),
		keptBack: switches
			.filter(({ control, keeps }) => isOn(read, control) === keeps)
			.map(({ flag }) => flag),
	};
}

/** What rows of the archive have to meet to be let through by the filters over numbers. */
export const filterConditions = (
	entity: EntityDefinition,
	{ ids }: EventFilter,
): ArchiveCondition[] =>
	eventsOf(entity)
		.filters.filter(({ id }) => Object.hasOwn(ids, id))
		.map(({ id, term }) => ({ filter: term(ids[id].join(',')) }));

/** One thing that an event has to meet. */
interface Condition {
	/** Undefined while too little is known. */
	isMet: boolean | undefined;
	/** Whether an event comes out that nobody can tell more about. */
	whenUnknown: boolean;
}

const isNot = (value: boolean | undefined) => (value === undefined ? undefined : !value);

function conditions(filter: EventFilter, known: EventContext, changed?: string[]): Condition[] {
	const { ids, changedFields, keptBack } = filter;
	const wanted = Object.entries(ids).map(([name, numbers]) => {
		const id = known.ids[name];
		return { isMet: id === undefined ? undefined : numbers.includes(id), whenUnknown: false };
	});
	const hasChanged =
		!changed || !changedFields || changedFields.some((field) => changed.includes(field));
	return [
		...wanted,
		{ isMet: hasChanged, whenUnknown: false },
		...keptBack.map((flag) => ({ isMet: isNot(known.flags[flag]), whenUnknown: true })),
	];
}

/**
 * Whether an event comes out, by what is known of its record; undefined where that is too little.
 * @param changed names of the properties that have changed, where that is what has happened
 */
export function judge(
	filter: EventFilter,
	known: EventContext,
	changed?: string[],
): boolean | undefined {
	const verdicts = conditions(filter, known, changed).map(({ isMet }) => isMet);
	if (verdicts.includes(false)) return false;
	return verdicts.includes(undefined) ? undefined : true;
}

/** Whether an event comes out of which no more will be known. */
export const judgeFinally = (
	filter: EventFilter,
	known: EventContext,
	changed?: string[],
): boolean =>
	conditions(filter, known, changed).every(({ isMet, whenUnknown }) => isMet ?? whenUnknown);
