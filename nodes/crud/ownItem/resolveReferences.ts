import pick from 'lodash/pick';
import type { IDataObject } from 'n8n-workflow';

import type { EntityArchive } from '../../entities/entity';
import { wireName } from '../../shared/fields/table';
import { asRecord, type JsonObject } from '../../shared/json';
import { isSameName } from '../../shared/lookup/source';
import type { RequestOptions } from '../../shared/options';
import { nullIfNotFound } from '../../shared/transport/nullIfNotFound';
import type { ItemCall } from '../operation';
import { getRecord } from '../record';
import { findKey } from './itemKeys';
import type { OwnItem } from './ownItem';

const NAMES = ['Name', 'FullName', 'Title', 'Value'];

/** A nested record, if it has the name. */
function recordIfNamed(record: unknown, name: string): Record<string, unknown> | undefined {
	const texts = Object.values(pick(asRecord(record), NAMES));
	const isSo = texts.some((text) => typeof text === 'string' && isSameName(text, name));
	return isSo ? asRecord(record) : undefined;
}

/** What was shown of lists that the item does not have itself, by their properties. */
const shownLists = (
	{ shown: columns = {} }: EntityArchive,
	shown: OwnItem['shown'],
	item: IDataObject,
): Record<string, string> =>
	Object.fromEntries(
		Object.entries(shown)
			.map(([name, text]) => [columns[name].property, text])
			.filter(([property, text]) => text !== '' && findKey(item, property) === undefined),
	) as Record<string, string>;

const rowsOf = (list: unknown) => (Array.isArray(list) ? (list as IDataObject[]) : []);

const PHONE = /^[\d\s()+./-]+$/;

/** A text for comparisons: lists show phone numbers in the form of their country. */
const digitsOf = (text: string) =>
	PHONE.test(text) ? text.replace(/\D/g, '').replace(/^0+/, '') : text;

/**
 * The lists of a record with what was shown of them, which is one of their rows, as the first one
 * where the user has edited it; a copy has all rows.
 */
function withShown(
	original: JsonObject | null,
	lists: Record<string, string>,
	isNew: boolean,
): IDataObject {
	const entries = Object.entries(lists).flatMap(([property, text]) => {
		const rows = rowsOf(original?.[property]);
		const [first, ...others] = rows;
		const isRow = ({ Value }: IDataObject) => digitsOf(String(Value)) === digitsOf(text);
		if (rows.some(isRow)) return isNew ? [[property, rows]] : [];
		return [[property, [{ ...first, Value: text }, ...others]]];
	});
	return Object.fromEntries(entries) as IDataObject;
}

/** An item's properties, and its record if it was fetched. */
interface Resolved {
	item: IDataObject;
	original?: JsonObject;
}

/**
 * Resolves names by the item's own record: a name may be ambiguous, or what it names deleted. Other
 * names are looked up as usual.
 * @param isNew whether a copy is made of the record, which it may have to be compared with
 */
export async function resolveReferences(
	call: ItemCall,
	options: RequestOptions,
	{ item, names, shown, id }: OwnItem,
	isNew: boolean,
): Promise<Resolved> {
	const { archive, fields, ownOutput, words } = call.entity;
	const lists = shownLists(archive, shown, item);
	const named = Object.keys(names);
	const select = [
		...named.map(wireName),
		...Object.keys(lists),
		...((isNew && ownOutput?.compared(item)) || []),
	];
	const errorNotes = { purpose: `reading the ${words.one} that the item is of` };
	const original =
		id > 0 && select.length > 0
			? await nullIfNotFound(getRecord(call, options, id, select, errorNotes))
			: null;
	const resolved = named.map((name) => {
		const own = recordIfNamed(original?.[wireName(name)], names[name]);
		return [name, own ? own[fields[name].kind.keys?.id ?? ''] : names[name]] as const;
	});
	return {
		item: {
			...item,
			...(Object.fromEntries(resolved) as IDataObject),
			...withShown(original, lists, isNew),
		},
		...(original && { original }),
	};
}
