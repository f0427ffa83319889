import { badArgument } from '../engine/failures';
import { isCarrier } from '../engine/values';
import type { Carrier, Value } from '../tenant/carriers';
import type { Data } from '../tenant/data';
import { acceptAddress } from './address';
import { acceptChoices } from './choices';
import { acceptElements } from './elements';
import type { Kind } from './kind';
import { resolve } from './references';

/** Refuses, by throwing a Failure 400, what is too long or of another type: a guess. */
function checkPlain(
	{ lengths, enums = {} }: Kind,
	property: string,
	value: Value,
	blank: Value,
): void {
	if (typeof value !== typeof blank || Array.isArray(value) !== Array.isArray(blank)) {
		throw badArgument(`The value of ${property} is of the wrong type`);
	}
	const texts = enums[property];
	if (texts && !texts.includes(String(value))) {
		throw badArgument(`"${String(value)}" is not a valid value for ${property}`);
	}
	const length = lengths[property] ?? Infinity;
	if (typeof value === 'string' && value.length > length) {
		throw badArgument(`${property} is longer than ${length} characters`);
	}
}

/**
 * The stored value of a property that a client sent.
 * @param before the record as it was, or a new one
 * @param cleared what a null means
 * @throws Failure 400 for a value that cannot be
 */
export function acceptProperty(
	kind: Kind,
	data: Data,
	{ before, cleared }: { before: Carrier; cleared: Carrier },
	property: string,
	value: Value,
): Value {
	const { references, choices, elements, accept } = kind;
	if (property in references) return resolve(data, property, references[property], value);
	if (value === null) return cleared[property];
	const own = accept?.[property];
	if (own) return own(data, value, before);
	if (property in choices) {
		return acceptChoices(data, property, choices[property], value, before[property]);
	}
	if (property in elements) return acceptElements(property, elements[property], value);
	if (property === 'Address') return acceptAddress(kind, value);
	if (!isCarrier(cleared[property])) checkPlain(kind, property, value, cleared[property]);
	return value;
}
