import type { INodeProperties } from 'n8n-workflow';

import { oneOf } from '../shared/fields/enumeration';
import { FieldError, type Spot } from '../shared/fields/kind';
import { isLocator } from '../shared/fields/locator';
import { inRange, INT32_MAX, toInteger } from '../shared/fields/number';
import { isOn } from '../shared/fields/parameter';
import { wireName } from '../shared/fields/table';
import { asRecord } from '../shared/json';
import { CHANGEABLE } from '../entities/appointment/appointment.events';
import type { Facts } from './context';
import { EVENT_FILTERS, FOLD_COPIES, INCLUDE_DOCUMENTS } from './form';

/** Which events of appointments come out. */
export interface EventFilter {
	/** Numbers by the name that facts have for them, one of which has to be the appointment's. */
	ids: Record<string, number[]>;
	/** Names of properties, one of which has to change. */
	changedFields?: string[];
	includesDocuments: boolean;
	foldsCopies: boolean;
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

/** What the filters over numbers are about, by parameter. */
const ID_FILTERS: Record<string, string> = {
	contact: 'ContactId',
	owners: 'AssociateId',
	tasks: 'TaskId',
};

/** What an added filter is given, and where it stands; undefined for one that was not added. */
function givenFor(filters: Record<string, unknown>, name: string) {
	if (!(name in filters)) return undefined;
	const control = (EVENT_FILTERS.options as INodeProperties[]).find((one) => one.name === name);
	const spot = {
		parameter: `${EVENT_FILTERS.name}.${name}`,
		label: control?.displayName ?? name,
	};
	return { value: filters[name], spot };
}

/**
 * Reads the filters.
 * @param read gives a parameter's value
 * @throws FieldError for a filter that was added and is empty, as it would let all through
 */
export function readEventFilter(read: (parameter: string) => unknown): EventFilter {
	const filters = asRecord(read(EVENT_FILTERS.name));
	const ids: EventFilter['ids'] = {};
	for (const [name, id] of Object.entries(ID_FILTERS)) {
		const given = givenFor(filters, name);
		if (given) ids[id] = toIds(given.value, given.spot);
	}
	const changed = givenFor(filters, 'changedFields');
	const fields = CHANGEABLE.map(wireName);
	return {
		ids,
		changedFields:
			changed && listOf(changed.value, changed.spot).map((one) => oneOf(fields, one, changed.spot)),
		includesDocuments: isOn(read, INCLUDE_DOCUMENTS),
		foldsCopies: isOn(read, FOLD_COPIES),
	};
}

/** One thing that an event has to meet. */
interface Condition {
	/** Undefined while too little is known. */
	isMet: boolean | undefined;
	/** Whether an event comes out that nobody can tell more about. */
	whenUnknown: boolean;
}

const isNot = (value: boolean | undefined) => (value === undefined ? undefined : !value);

function conditions(filter: EventFilter, facts: Facts, changed?: string[]): Condition[] {
	const { ids, changedFields, includesDocuments, foldsCopies } = filter;
	const wanted = Object.entries(ids).map(([name, numbers]) => {
		const id = facts.ids[name];
		return { isMet: id === undefined ? undefined : numbers.includes(id), whenUnknown: false };
	});
	const hasChanged =
		!changed || !changedFields || changedFields.some((field) => changed.includes(field));
	return [
		...wanted,
		{ isMet: hasChanged, whenUnknown: false },
		{ isMet: includesDocuments || isNot(facts.isDocument), whenUnknown: true },
		{ isMet: !foldsCopies || isNot(facts.isCopy), whenUnknown: true },
	];
}

/**
 * Whether an event comes out, by what is known of its appointment; undefined where that is too little.
 * @param changed names of the properties that have changed, where that is what has happened
 */
export function judge(filter: EventFilter, facts: Facts, changed?: string[]): boolean | undefined {
	const verdicts = conditions(filter, facts, changed).map(({ isMet }) => isMet);
	if (verdicts.includes(false)) return false;
	return verdicts.includes(undefined) ? undefined : true;
}

/** Whether an event comes out of which no more will be known. */
export const judgeFinally = (filter: EventFilter, facts: Facts, changed?: string[]): boolean =>
	conditions(filter, facts, changed).every(({ isMet, whenUnknown }) => isMet ?? whenUnknown);
