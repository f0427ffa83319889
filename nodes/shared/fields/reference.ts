import get from 'lodash/get';

import { type EncodeContext, type FieldKind, type ParameterRef } from './fieldKind';
import { getIgnoringCase, isRecord, type Json, type JsonObject } from '../json';
import { isLocator, locator, type LocatorModes } from './locator';
import { isWholeNumber, toInteger } from './number';
import { toText } from './text';

/** How the names of records are looked up. */
export interface LookupConfig {
	/** The node's list search method. It is the source of names, too, unless a column chooses that. */
	method: string;
	/** The wire property of the same object by whose value the source of names is chosen. */
	chosenBy?: { property: string; sources: Record<string, string> };
	/** Wire path, in the same object, of the record within which names are looked for. */
	within?: string;
}

const ID_OR_NAME: LocatorModes = {
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

const isName = (value: unknown): value is string =>
	typeof value === 'string' && !isWholeNumber(value);

/**
 * What a locator, or plain data in its place, names: a number, or a name, which may stand By ID as well,
 * as n8n makes that of what is dragged onto it.
 */
function readLocator(value: unknown, ref: ParameterRef): { id?: unknown; name?: string } {
	const given = isLocator(value) ? value.value : value;
	if (isName(given)) return { name: given };
	const isByName = isLocator(value) && value.mode === 'name';
	return isByName ? { name: toText(given ?? '', ref) } : { id: given };
}

const toNumber = (id: unknown, ref: ParameterRef): number | undefined =>
	id === '' || id === null || id === undefined ? undefined : toInteger(id, ref);

function sourceOf({ method, chosenBy }: LookupConfig, encoded: JsonObject): string {
	if (!chosenBy) return method;
	const choice = String(encoded[chosenBy.property]).toLowerCase();
	return Object.hasOwn(chosenBy.sources, choice) ? chosenBy.sources[choice] : '';
}

async function toId(
	lookup: LookupConfig,
	value: unknown,
	ref: ParameterRef,
	{ encoded, findIdByName }: EncodeContext,
): Promise<number | undefined> {
	const { id, name = '' } = readLocator(value, ref);
	if (name.trim() !== '') {
		const within = lookup.within === undefined ? undefined : Number(get(encoded, lookup.within, 0));
		const source = sourceOf(lookup, encoded);
		return await findIdByName({ source, name: name.trim(), ...(within && { within }) }, ref);
	}
	return toNumber(id, ref);
}

/** A record named by its number or name, sent as its number. */
export function identifier(lookup: LookupConfig): FieldKind {
	return {
		name: 'ID or name',
		control: locator(lookup.method, ID_OR_NAME),
		clearedValue: 0,
		encode: async (value, ref, context) => await toId(lookup, value, ref, context),
	};
}

/**
 * A record that SuperOffice nests as an object.
 * @param idKey the object's key, which is all that is sent: `AssociateId` → `{"AssociateId": 7}`
 * @param nameKey the response's property that a person would call the record's name
 */
export function reference(idKey: string, nameKey: string, lookup: LookupConfig): FieldKind {
	return {
		name: 'Reference',
		control: locator(lookup.method, ID_OR_NAME),
		clearedValue: null,
		async encode(value, ref, context) {
			const id = await toId(lookup, value, ref, context);
			return id === undefined ? undefined : { [idKey]: id };
		},
		keys: { id: idKey, name: nameKey },
		// An item may hold the nested record of an answer, or what of it was selected.
		fromData: (data) =>
			isRecord(data)
				? (getIgnoringCase(data, idKey) ?? getIgnoringCase(data, nameKey) ?? data)
				: data,
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
export function suggestedText(method: string, placeholder: string): FieldKind {
	return {
		name: 'Text, or from a list',
		control: locator(method, {
			modes: [{ displayName: 'By Text', name: 'text', type: 'string', placeholder }],
		}),
		clearedValue: '',
		keepsEmpty: true,
		encode: (value, ref) => toText(isLocator(value) ? (value.value ?? '') : value, ref),
	};
}
