import differenceBy from 'lodash/differenceBy';
import upperFirst from 'lodash/upperFirst';

import { getIgnoringCase, isRecord, type Json, type JsonObject } from '../json';
import { toBoolean } from './boolean';
import {
	FieldError,
	quote,
	type EncodeContext,
	type FieldKind,
	type ParameterRef,
} from './fieldKind';
import { isWholeNumber, toInteger } from './number';

/** Names or IDs from a list, or from a text with commas between them. */
const entriesIn = (value: unknown): unknown[] => {
	const list: unknown[] = Array.isArray(value) ? value : String(value).split(',');
	return list
		.map((one) => (typeof one === 'string' ? one.trim() : one))
		.filter((one) => one !== '');
};

/**
 * The IDs of entries that are given by ID or by name.
 * @param source of the names
 * @throws FieldError for a name or an ID that cannot be
 */
async function entryIds(
	value: unknown,
	source: string,
	ref: ParameterRef,
	{ findIdByName }: EncodeContext,
): Promise<number[]> {
	const ids = new Set<number>();
	for (const one of entriesIn(value)) {
		const isName = typeof one === 'string' && !isWholeNumber(one);
		ids.add(isName ? await findIdByName({ source, name: one }, ref) : toInteger(one, ref));
	}
	return [...ids];
}

const entriesControl = (source: string): FieldKind['control'] => ({
	type: 'multiOptions',
	typeOptions: { loadOptionsMethod: `get${upperFirst(source)}` },
	default: [],
});

const ENTRIES = 'Entries of a list';

/**
 * Any number of entries of one of the tenant's lists, such as tags, of which SuperOffice's answers have
 * those that are chosen.
 * @param source where the entries are found by name: a key of the lookup sources
 */
export const entryList = (source: string): FieldKind => ({
	name: ENTRIES,
	control: entriesControl(source),
	clearedValue: [],
	async encode(value, ref, context) {
		const ids = await entryIds(value, source, ref, context);
		return ids.length > 0 ? ids.map((Id) => ({ Id })) : undefined;
	},
	fromData: (data, ref) => (Array.isArray(data) ? selectedIn(data, ref) : data),
	resend: (value) => entriesOf(value).map(({ Id }) => ({ Id })),
});

/** The entries of an answer's list (SelectableMDOListItem), those below headings too. */
const leavesOf = (list: unknown[]): unknown[] =>
	list.flatMap((one) => {
		const below = isRecord(one) && Array.isArray(one.ChildItems) ? one.ChildItems : [];
		return below.length > 0 ? leavesOf(below) : [one];
	});

/** The entries of an answer; separators have negative numbers. */
const entriesOf = (value: Json): JsonObject[] =>
	(leavesOf(Array.isArray(value) ? value : []) as JsonObject[]).filter(({ Id }) => Number(Id) > 0);

/** The selected entries of an item's list, by ID or name; one that does not say whether it is selected is. */
const selectedIn = (list: unknown[], ref: ParameterRef): unknown[] =>
	leavesOf(list).flatMap((one) => {
		if (!isRecord(one)) return [one];
		const isSelected = getIgnoringCase(one, 'Selected') ?? true;
		const entry = getIgnoringCase(one, 'Id') ?? getIgnoringCase(one, 'Name');
		if (!toBoolean(isSelected, ref)) return [];
		if (entry !== undefined && entry !== null) return [entry];
		throw new FieldError(ref, `${quote(one)} has no ID or name`, 'Give IDs or names of entries.');
	});

/**
 * Any number of entries of one of the tenant's lists, such as interests. SuperOffice's answers have
 * the whole list, with what is selected.
 * @param source where the entries are found by name: a key of the lookup sources
 */
export const selectableList = (source: string): FieldKind => ({
	name: ENTRIES,
	control: entriesControl(source),
	clearedValue: [],
	async encode(value, ref, context) {
		const ids = await entryIds(value, source, ref, context);
		return ids.length > 0 ? ids.map((Id) => ({ Id, Selected: true })) : undefined;
	},
	fromData: (data, ref) => (Array.isArray(data) ? selectedIn(data, ref) : data),
	resend(value) {
		const selected = entriesOf(value).filter(({ Selected }) => Selected === true);
		return selected.length > 0 ? selected.map(({ Id }) => ({ Id, Selected: true })) : undefined;
	},
	// Whether entries that are not sent stay is documented nowhere: all of them are.
	overlay(before, changes) {
		const chosen = changes as JsonObject[];
		const others = differenceBy(entriesOf(before), chosen, 'Id');
		return [...chosen, ...others.map(({ Id }) => ({ Id, Selected: false }))];
	},
});
