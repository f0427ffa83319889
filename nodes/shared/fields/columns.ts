import type { INodeProperties } from 'n8n-workflow';
import get from 'lodash/get';
import has from 'lodash/has';
import set from 'lodash/set';

import { METADATA_KEYS } from '../metadataKeys';
import { isRecord, type JsonObject } from '../json';
import { controlOf, encodeFields, type Field } from './field';
import {
	emptyToUndefined,
	FieldError,
	quote,
	type EncodeContext,
	type ParameterRef,
} from './fieldKind';

/** The collection of optional columns in a row. */
const OPTIONAL = 'additionalFields';

/** One column of a row, such as `sendEmail` of a participant. */
export interface Column extends Field {
	/** The parameter's name. */
	name: string;
	/** Where the value goes in the wire object, such as `DayPattern.Cycle`. */
	wire: string;
	/** The column is in the row's *Add Field* list, and sent only if added. */
	optional?: boolean;
	/** Shown, and sent, only for these values of other columns of the row. */
	when?: Record<string, string[]>;
	/** The row makes no sense without this column while it is shown. */
	required?: boolean;
	/** Data of an item has to say it: what the form starts with would be a guess there. */
	isExplicit?: boolean;
}

const columnControl = (column: Column): INodeProperties => ({
	...controlOf(column.name, column),
	...(column.when && { displayOptions: { show: column.when } }),
});

/** The controls of a row: its columns, the optional ones behind *Add Field*. */
export function columnControls(columns: Column[]): INodeProperties[] {
	const optional = columns.filter((column) => column.optional);
	const controls = columns.filter((column) => !column.optional).map(columnControl);
	if (optional.length === 0) return controls;
	return [
		...controls,
		{
			displayName: 'Additional Fields',
			name: OPTIONAL,
			type: 'collection',
			placeholder: 'Add Field',
			default: {},
			options: optional.map(columnControl),
		},
	];
}

const isSameWord = (a: unknown, b: string) => String(a).trim().toLowerCase() === b.toLowerCase();

function isShown(column: Column, valueOf: (name: string) => unknown): boolean {
	return Object.entries(column.when ?? {}).every(([name, values]) =>
		values.some((value) => isSameWord(valueOf(name), value)),
	);
}

/** The initial value of a column in the form; undefined if it is empty. */
function initialValue({ default: own, kind }: Column): unknown {
	const value = own ?? kind.control.default;
	return typeof value === 'object' ? undefined : emptyToUndefined(value);
}

/** A column's value in a row, else its initial value. */
function valueIn(columns: Column[], row: Record<string, unknown>, name: string): unknown {
	const column = columns.find((candidate) => candidate.name === name && !candidate.optional);
	return name in row || !column ? row[name] : initialValue(column);
}

/**
 * Encodes a row's shown columns, in their order. One that starts with a value, or that the row
 * needs, must not be emptied, by an expression for instance: its default may not be what the user
 * wants.
 * @throws FieldError naming the column
 */
export async function encodeColumns(
	columns: Column[],
	row: unknown,
	ref: ParameterRef,
	context: EncodeContext,
): Promise<JsonObject> {
	const values = isRecord(row) ? row : {};
	const added = isRecord(values[OPTIONAL]) ? values[OPTIONAL] : {};
	const valueOf = (name: string) => valueIn(columns, values, name);
	const shown = columns.filter((column) => isShown(column, valueOf));
	return await encodeFields(
		shown.map((field) => {
			const { name, wire, optional } = field;
			const path = optional ? `${OPTIONAL}.${name}` : name;
			return {
				field,
				wire,
				value: optional ? added[name] : emptyToUndefined(valueOf(name)),
				parameter: `${ref.parameter}.${path}`,
				isNeeded: !optional && (field.required || initialValue(field) !== undefined),
			};
		}),
		context,
	);
}

/**
 * Fails for values of columns that other columns hide: they would be lost. A recurrence by number
 * of times has no last day, for instance.
 */
function rejectHidden(columns: Column[], row: Record<string, unknown>, ref: ParameterRef): void {
	for (const column of columns.filter(({ name, optional }) => !optional && row[name])) {
		const same = columns.filter(({ name }) => name === column.name);
		if (same.some((one) => isShown(one, (name) => valueIn(columns, row, name)))) continue;
		const conditions = Object.entries(column.when ?? {}).map(
			([name, values]) => `${name} is ${values.join(' or ')}`,
		);
		const problem = `${quote(column.name)} only counts when ${conditions.join(', and ')}`;
		throw new FieldError(ref, problem, 'Give that as well, or leave it out.');
	}
}

/**
 * The form's row that an object of plain data stands for; its keys are the columns' names in any
 * case.
 * @throws FieldError for anything but an object, and for a key that is no column, is one twice, or
 * would be lost
 */
export function rowFromData(
	columns: Column[],
	data: unknown,
	ref: ParameterRef,
): Record<string, unknown> {
	if (!isRecord(data)) {
		throw new FieldError(ref, `${quote(data)} is not an object`, 'Give an object in braces.');
	}
	const row: Record<string, unknown> = {};
	for (const [key, value] of Object.entries(data)) {
		if (METADATA_KEYS.includes(key)) continue;
		const column = columns.find(({ name }) => isSameWord(key, name));
		if (!column) {
			const names = [...new Set(columns.map(({ name }) => name))].join(', ');
			throw new FieldError(ref, `${quote(key)} is not known here`, `Use: ${names}.`);
		}
		const path = column.optional ? [OPTIONAL, column.name] : [column.name];
		if (has(row, path)) throw new FieldError(ref, `${quote(key)} stands twice`, 'Keep one.');
		const valueRef = { label: column.label, parameter: `${ref.parameter}.${column.name}` };
		set(row, path, column.kind.fromData ? column.kind.fromData(value, valueRef) : value);
	}
	const unsaid = columns.find(({ name, isExplicit }) => isExplicit && !(name in row));
	if (unsaid) throw new FieldError(ref, `${quote(unsaid.name)} is missing`, unsaid.help);
	rejectHidden(columns, row, ref);
	return row;
}

/**
 * The form's row that a record of SuperOffice's stands for: of what it has, the shown columns, as the
 * rest does not count.
 */
export function rowFromCarrier(columns: Column[], carrier: JsonObject): Record<string, unknown> {
	const row: Record<string, unknown> = {};
	for (const column of columns) {
		if (!isShown(column, (name) => valueIn(columns, row, name))) continue;
		const value: unknown = get(carrier, column.wire);
		if (value !== undefined && value !== null) row[column.name] = value;
	}
	return row;
}
