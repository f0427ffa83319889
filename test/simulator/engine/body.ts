import type { Carrier, Value } from '../tenant/carriers';
import { DICTIONARIES } from '../customFields/dictionaries';
import { isDate, readDate, type Clock } from './dates';
import { badArgument } from './failures';
import { isCarrier, mapTexts } from './values';

const FLAGS = ['Weekdays', 'Weekday'];
const DAYS = ['Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday', 'Saturday', 'Sunday'];

/** The official client posts flags as the sum of their bits, Monday being 1. */
function readFlags(value: Value): Value {
	if (typeof value !== 'number') return value;
	return DAYS.filter((_day, bit) => value & (1 << bit)).join(', ') || 'Unknown';
}

/** Names are compared without case: the official client posts them in camel case. */
function withOfficialNames(value: Value, known: string[] = []): Value {
	if (Array.isArray(value)) return value.map((one) => withOfficialNames(one));
	if (!isCarrier(value)) return value;
	return Object.fromEntries(
		Object.entries(value).map(([key, one]) => {
			const upper = key.charAt(0).toUpperCase() + key.slice(1);
			const name = known.find((each) => each.toLowerCase() === key.toLowerCase()) ?? upper;
			if (DICTIONARIES.includes(name)) return [name, one];
			return [name, FLAGS.includes(name) ? readFlags(one) : withOfficialNames(one)];
		}),
	);
}

/**
 * An entity with its dates as they are stored.
 * @throws Failure for text that is no date
 */
export function storeDates(entity: Value, clock: Clock): Carrier {
	return storeValue(entity, [], clock) as Carrier;
}

function storeValue(value: Value, at: string[], clock: Clock): Value {
	return mapTexts(
		value,
		(text, path) => {
			if (!isDate(path)) return text;
			const date = readDate(text, path, clock);
			if (date === undefined) throw badArgument(`"${text}" is not a date (${path.join('/')})`);
			return date;
		},
		at,
	);
}

/**
 * A body with the names and dates that entities are stored with.
 * @param known names whose case is not just an upper-case first letter
 * @throws Failure for text that is no date
 */
export function readBody(body: Carrier, known: string[], clock: Clock): Carrier {
	return storeDates(withOfficialNames(body, known), clock);
}

/**
 * What belongs at a place of an entity, as it is stored there.
 * @throws Failure for text that is no date
 */
export function readValue(value: Value, path: string[], clock: Clock): Value {
	const isDictionary = DICTIONARIES.includes(path[0]);
	return storeValue(isDictionary ? value : withOfficialNames(value), path, clock);
}
