import { badArgument } from '../engine/failures';
import { isCarrier } from '../engine/values';
import type { Carrier, Value } from '../tenant/carriers';

/** A number as machines dial it: digits alone, with 00 for the +, which is a guess. */
const dialed = (text: string) => text.trim().replace(/^\+/, '00').replace(/\D/g, '');

/** An e-mail address, number or such; the fixture of a person keeps the case of an address. */
export function element(sort: 'phone' | 'text', value: string, description = ''): Carrier {
	return {
		Value: value,
		StrippedValue: sort === 'phone' ? dialed(value) : value.trim(),
		Description: description,
		TableRight: null,
		FieldProperties: {},
	};
}

/**
 * A list of e-mail addresses and such, as it is stored.
 * @throws Failure 400, a guess, for what is none
 */
export function acceptElements(property: string, sort: 'phone' | 'text', value: Value): Carrier[] {
	if (!Array.isArray(value)) throw badArgument(`${property} is not a list`);
	return value.map((one) => {
		if (!isCarrier(one) || typeof one.Value !== 'string') {
			throw badArgument(`${property} has an entry without a Value`);
		}
		return element(sort, one.Value, String(one.Description ?? ''));
	});
}

/** The values of an entity's list. */
export function valuesOf(list: Value | undefined): string[] {
	return Array.isArray(list) ? list.filter(isCarrier).map(({ Value: value }) => String(value)) : [];
}
