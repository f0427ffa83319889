import type { INodeProperties } from 'n8n-workflow';
import groupBy from 'lodash/groupBy';
import toLower from 'lodash/toLower';
import upperFirst from 'lodash/upperFirst';

import { controlOf, encodeFields, type Field } from './field';
import { emptyToUndefined, FieldError, type EncodeContext } from './fieldKind';
import { isRecord, type JsonObject } from '../json';

/** The group of what SuperOffice sets itself, and of what it has newer names for. */
export const SYSTEM_GROUP = 'additionalFields.systemFields';

/** Labels of the form's groups by the path of their collection. */
const GROUPS = {
	additionalFields: 'Additional Fields',
	[SYSTEM_GROUP]: 'Fields SuperOffice Sets Itself',
};

type Group = keyof typeof GROUPS;

/** One property of an entity. */
export interface FieldRow extends Field {
	/** Path of the collection in which the form shows it; none: it stands by itself. */
	group?: Group;
}

/** Rows by parameter name, in the order of the form. */
export type FieldTable = Record<string, FieldRow>;

/** A row without its group, for the form of another operation. */
export function ungrouped(row: FieldRow): FieldRow {
	const { ...alone }: FieldRow = row;
	delete alone.group;
	return alone;
}

/** `startDate` → `StartDate`: SuperOffice's names differ from the parameters' by one letter's case. */
export const wireName = (parameter: string): string => upperFirst(parameter);

/** The controls of a table's rows, whatever their groups. */
export const tableControls = (table: FieldTable): INodeProperties[] =>
	Object.entries(table).map(([name, row]) => controlOf(name, row));

/** The form of a table: single controls and groups, each at the place of its first row. */
export function tableForm(table: FieldTable): INodeProperties[] {
	const form: INodeProperties[] = [];
	const collections = new Map<string, INodeProperties[]>();
	function optionsOf(group: string): INodeProperties[] {
		const known = collections.get(group);
		if (known) return known;
		const options: INodeProperties[] = [];
		collections.set(group, options);
		const [name, ...above] = group.split('.').reverse();
		(above.length > 0 ? optionsOf(above.reverse().join('.')) : form).push({
			displayName: GROUPS[group as Group],
			name,
			type: 'collection',
			placeholder: 'Add Field',
			default: {},
			options,
		});
		return options;
	}
	for (const [name, row] of Object.entries(table)) {
		(row.group === undefined ? form : optionsOf(row.group)).push(controlOf(name, row));
	}
	return form;
}

/** Gives the value of a row and the path of its parameter. */
type ValueSource = (name: string, row: FieldRow) => { value: unknown; parameter: string };

/** Values from the form. */
export function valuesFromForm(read: (parameter: string) => unknown): ValueSource {
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
			? { value: emptyToUndefined(read(name)), parameter: name }
			: { value: groupValues(group)[name], parameter: `${group}.${name}` };
}

/**
 * Values from an item whose keys are the properties' names, in any case; empty ones are not set.
 * @throws FieldError for two keys that are one property
 */
export function valuesFromItem(item: Record<string, unknown>): ValueSource {
	const keys = groupBy(Object.keys(item), toLower);
	return (name, { kind, label }) => {
		const [key = name, duplicate] = keys[name.toLowerCase()] ?? [];
		const ref = { parameter: key, label };
		if (duplicate)
			throw new FieldError(ref, `the item also has "${duplicate}"`, 'Keep one of the two.');
		const value = emptyToUndefined(item[key]) ?? undefined;
		const data = value === undefined || !kind.fromData ? value : kind.fromData(value, ref);
		return { value: data, parameter: key };
	};
}

/** The keys of an item that are no property's name, in any case. */
export function unknownKeys(table: FieldTable, item: Record<string, unknown>): string[] {
	const names = new Set(Object.keys(table).map((name) => name.toLowerCase()));
	return Object.keys(item).filter((key) => !names.has(key.toLowerCase()));
}

/**
 * Encodes values to a body, in the order of the table.
 * @throws FieldError naming the parameter whose value does not fit
 */
export const encodeTable = async (
	table: FieldTable,
	given: ValueSource,
	context: Omit<EncodeContext, 'encoded'>,
): Promise<JsonObject> =>
	await encodeFields(
		Object.entries(table).map(([name, field]) => ({
			field,
			wire: wireName(name),
			...given(name, field),
		})),
		context,
	);
