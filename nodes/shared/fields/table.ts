import type { INodeProperties } from 'n8n-workflow';
import upperFirst from 'lodash/upperFirst';

import { emptyAsUnset, encodeWith, type Kind } from './kind';
import { isRecord, type JsonObject } from '../json';

/** One property of an entity: the form control, the JSON and the documentation follow from it. */
export interface FieldRow {
	label: string;
	kind: Kind;
	/** One sentence for the form and the documentation. */
	help: string;
	/** The collection in which the form shows it; none: it stands by itself. */
	group?: string;
	placeholder?: string;
	/** Shown below the control, where a wrong choice hurts. */
	hint?: string;
}

/** Rows by parameter name, in the order of the form. */
export type FieldTable = Record<string, FieldRow>;

/** Labels of the groups by parameter name. */
export type GroupTable = Record<string, string>;

/** `startDate` → `StartDate`: SuperOffice's names differ from the parameters' by one letter's case. */
export const wireName = (parameter: string): string => upperFirst(parameter);

function controlOf(name: string, row: FieldRow): INodeProperties {
	return {
		displayName: row.label,
		name,
		description: row.help,
		...row.kind.control,
		...(row.placeholder && { placeholder: row.placeholder }),
		...(row.hint && { hint: row.hint }),
	};
}

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

/**
 * The body that the set parameters make, in the order of the table.
 * @param read gives a top-level parameter's value
 * @param zone IANA zone of times without offset
 * @throws FieldError naming the parameter whose value does not fit
 */
export function encodeTable(
	table: FieldTable,
	read: (parameter: string) => unknown,
	zone: string,
): JsonObject {
	const groups = new Map<string, Record<string, unknown>>();
	const groupValues = (group: string) => {
		const known = groups.get(group);
		if (known) return known;
		const value = read(group);
		const values = isRecord(value) ? value : {};
		groups.set(group, values);
		return values;
	};
	const body: JsonObject = {};
	for (const [name, { group, kind, label }] of Object.entries(table)) {
		const value = group === undefined ? emptyAsUnset(read(name)) : groupValues(group)[name];
		const parameter = group === undefined ? name : `${group}.${name}`;
		const json = encodeWith(kind, value, { parameter, label, zone });
		if (json !== undefined) body[wireName(name)] = json;
	}
	return body;
}
