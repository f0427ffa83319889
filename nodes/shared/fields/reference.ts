import get from 'lodash/get';

import { FieldError, quote, type Around, type Kind, type Spot } from './kind';
import { inAnyCase, isRecord, type Json, type JsonObject } from '../json';
import { isLocator, locator, type Modes } from './locator';
import { isDigits, toInteger } from './number';
import { toText } from './text';

/** Where the names of records are found. */
export interface Lookup {
	/** The node's list search method. It is the source of names, too, unless a column chooses that. */
	method: string;
	/** The wire property of the same object by whose value the source of names is chosen. */
	chosenBy?: { property: string; sources: Record<string, string> };
	/** Wire path, in the same object, of the record within which names are looked for. */
	within?: string;
}

const ID_OR_NAME: Modes = {
	modes: [
		{ displayName: 'By ID', name: 'id', type: 'string', placeholder: 'e.g. 42' },
		{
			displayName: 'By Name',
			name: 'name',
			type: 'string',
			placeholder: 'e.g. the whole name, as SuperOffice shows it',
		},
	],
};

/** What a locator, or plain data in its place, names: a number or, in plain data too, a name. */
function readLocator(value: unknown, spot: Spot): { id?: unknown; name?: string } {
	if (!isLocator(value)) {
		return typeof value === 'string' && !isDigits(value) ? { name: value } : { id: value };
	}
	return value.mode === 'name' ? { name: toText(value.value ?? '', spot) } : { id: value.value };
}

function toNumber(id: unknown, spot: Spot): number | undefined {
	if (id === '' || id === null || id === undefined) return undefined;
	if (typeof id !== 'string' || isDigits(id)) return toInteger(id, spot);
	const advice = 'Give digits only, or choose By Name.';
	throw new FieldError(spot, `${quote(id)} is not a whole number`, advice);
}

function sourceOf({ method, chosenBy }: Lookup, encoded: JsonObject): string {
	if (!chosenBy) return method;
	const choice = String(encoded[chosenBy.property]).toLowerCase();
	return Object.hasOwn(chosenBy.sources, choice) ? chosenBy.sources[choice] : '';
}

async function toId(
	lookup: Lookup,
	value: unknown,
	spot: Spot,
	{ encoded, find }: Around,
): Promise<number | undefined> {
	const { id, name = '' } = readLocator(value, spot);
	if (name.trim() !== '') {
		const within = lookup.within === undefined ? undefined : Number(get(encoded, lookup.within, 0));
		const source = sourceOf(lookup, encoded);
		return await find({ source, name: name.trim(), ...(within && { within }) }, spot);
	}
	return toNumber(id, spot);
}

/** A record named by its number or name, sent as its number. */
export function identifier(lookup: Lookup): Kind {
	return {
		name: 'ID or name',
		control: locator(lookup.method, ID_OR_NAME),
		cleared: 0,
		encode: async (value, spot, around) => await toId(lookup, value, spot, around),
	};
}

/**
 * A record that SuperOffice nests as an object.
 * @param idKey the object's key, which is all that is sent: `AssociateId` → `{"AssociateId": 7}`
 * @param nameKey the response's property that a person would call the record's name
 */
export function reference(idKey: string, nameKey: string, lookup: Lookup): Kind {
	return {
		name: 'Reference',
		control: locator(lookup.method, ID_OR_NAME),
		cleared: null,
		async encode(value, spot, around) {
			const id = await toId(lookup, value, spot, around);
			return id === undefined ? undefined : { [idKey]: id };
		},
		keys: { id: idKey, name: nameKey },
		// An item may hold the nested record of an answer, or what of it was selected.
		fromData: (data) =>
			isRecord(data) ? (inAnyCase(data, idKey) ?? inAnyCase(data, nameKey) ?? data) : data,
		resend: (value) => {
			const id = isRecord(value) ? (value as JsonObject)[idKey] : undefined;
			return id ? { [idKey]: id } : undefined;
		},
		simplify(property, value) {
			const record = (value ?? {}) as Record<string, Json>;
			return {
				[`${property}Id`]: record[idKey] ?? null,
				[`${property}Name`]: record[nameKey] ?? null,
			};
		},
	};
}

/** A text that may be picked from the tenant's list, or be any other. */
export function suggestedText(method: string, placeholder: string): Kind {
	return {
		name: 'Text, or from a list',
		control: locator(method, {
			modes: [{ displayName: 'By Text', name: 'text', type: 'string', placeholder }],
		}),
		cleared: '',
		keepsEmpty: true,
		encode: (value, spot) => toText(isLocator(value) ? (value.value ?? '') : value, spot),
	};
}
