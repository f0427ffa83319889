import type { INodeProperties } from 'n8n-workflow';
import groupBy from 'lodash/groupBy';
import toLower from 'lodash/toLower';
import upperFirst from 'lodash/upperFirst';

import { controlOf, encodeFields, type Field } from './field';
import { emptyAsUnset, FieldError, type Around } from './kind';
import { isRecord, type JsonObject } from '../json';

/** One property of an entity. */
export interface FieldRow extends Field {
	/** The collection in which the form shows it; none: it stands by itself. */
	group?: string;
}

/** Rows by parameter name, in the order of the form. */
export type FieldTable = Record<string, FieldRow>;

/** Labels of the groups by parameter name. */
export type GroupTable = Record<string, string>;

/** A row as it stands by itself in the form of another operation. */
export function ungrouped(row: FieldRow): FieldRow {
	const { ...alone }: FieldRow = row;
	delete alone.group;
	return alone;
}

/** `startDate` → `StartDate`: SuperOffice's names differ from the parameters' by one letter's case. */
export const wireName = (parameter: string): string => upperFirst(parameter);

/** The controls of a table's rows, whatever their groups. */
export const controlsOf = (table: FieldTable): INodeProperties[] =>
	Object.entries(table).map(([name, row]) => controlOf(name, row));

/** The form of a table: single controls and groups, each at the place of its first row. */
export function formOf(table: FieldTable, groups: GroupTable): INodeProperties[] {
	const form: INodeProperties[] = [];
	const collections = new Map<string, INodeProperties[]>();
	for (const [name, row] of Object.entries(table)) {
		const control = controlOf(name, row);
		const group = row.group;
		if (group === undefined) {
			form.push(control);
		} else if (collections.has(group)) {
			collections.get(group)?.push(control);
		} else {
			const options = [control];
			collections.set(group, options);
			form.push({
				displayName: groups[group],
				name: group,
				type: 'collection',
				placeholder: 'Add Field',
				default: {},
				options,
			});
		}
	}
	return form;
}

/** What was given for a row: its value, and where it stands. */
type Given = (name: string, row: FieldRow) => { value: unknown; parameter: string };

/** Values from the form. */
export function fromForm(read: (parameter: string) => unknown): Given {
	const groups = new Map<string, Record<string, unknown>>();
	const groupValues = (group: string) => {
		const known = groups.get(group);
		if (known) return known;
		const value = read(group);
		const values = isRecord(value) ? value : {};
		groups.set(group, values);
		return values;
	};
	return (name, { group }) =>
		group === undefined
			? { value: emptyAsUnset(read(name)), parameter: name }
			: { value: groupValues(group)[name], parameter: `${group}.${name}` };
}

/**
 * Values from an item whose keys are the properties' names, in any case; empty ones are not set.
 * @throws FieldError for two keys that are one property
 */
export function fromItem(item: Record<string, unknown>): Given {
	const keys = groupBy(Object.keys(item), toLower);
	return (name, { kind, label }) => {
		const [key = name, twin] = keys[name.toLowerCase()] ?? [];
		const spot = { parameter: key, label };
		if (twin) throw new FieldError(spot, `the item also has "${twin}"`, 'Keep one of the two.');
		const value = emptyAsUnset(item[key]) ?? undefined;
		const data = value === undefined || !kind.fromData ? value : kind.fromData(value, spot);
		return { value: data, parameter: key };
	};
}

/** The keys of an item that are no property's name, in any case. */
export function unknownKeys(table: FieldTable, item: Record<string, unknown>): string[] {
	const names = new Set(Object.keys(table).map((name) => name.toLowerCase()));
	return Object.keys(item).filter((key) => !names.has(key.toLowerCase()));
}

/**
 * The body that the given values make, in the order of the table.
 * @throws FieldError naming the parameter whose value does not fit
 */
export const encodeTable = async (
	table: FieldTable,
	given: Given,
	around: Omit<Around, 'encoded'>,
): Promise<JsonObject> =>
	await encodeFields(
		Object.entries(table).map(([name, field]) => ({
			field,
			wire: wireName(name),
			...given(name, field),
		})),
		around,
	);
