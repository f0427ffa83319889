import type { INodeProperties } from 'n8n-workflow';
import get from 'lodash/get';
import has from 'lodash/has';
import set from 'lodash/set';

import { CARRIER_EXTRAS } from '../carrier';
import { isRecord, type JsonObject } from '../json';
import { controlOf, encodeFields, type Field } from './field';
import { emptyAsUnset, FieldError, quote, type Around, type Spot } from './kind';

/** The collection inside a row that holds its optional columns. */
const OPTIONAL = 'additionalFields';

/** One column of a row, such as `sendEmail` of a participant. */
export interface Column extends Field {
	/** The parameter's name. */
	name: string;
	/** Where the value goes in the wire object, such as `DayPattern.Cycle`. */
	wire: string;
	/** The column stands in the row's *Add Field* list and is sent only when added. */
	optional?: boolean;
	/** Shown, and sent, only for these values of other columns of the row. */
	when?: Record<string, string[]>;
	/** The row makes no sense without this column while it is shown. */
	required?: boolean;
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

const sameWord = (a: unknown, b: string) => String(a).trim().toLowerCase() === b.toLowerCase();

function isShown(column: Column, valueOf: (name: string) => unknown): boolean {
	return Object.entries(column.when ?? {}).every(([name, values]) =>
		values.some((value) => sameWord(valueOf(name), value)),
	);
}

/** What a column starts with in the form; undefined where it starts empty. */
function preselected({ default: own, kind }: Column): unknown {
	const value = own ?? kind.control.default;
	return typeof value === 'object' ? undefined : emptyAsUnset(value);
}

/** A column's value in a row, else what it starts with. */
function valueIn(columns: Column[], row: Record<string, unknown>, name: string): unknown {
	const column = columns.find((candidate) => candidate.name === name && !candidate.optional);
	return name in row || !column ? row[name] : preselected(column);
}

/**
 * Encodes a row's shown columns, in their order. One that starts with a value, or that the row
 * needs, must not be emptied, by an expression for instance: its default might be what nobody meant.
 * @throws FieldError naming the column
 */
export async function encodeColumns(
	columns: Column[],
	row: unknown,
	spot: Spot,
	around: Around,
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
				value: optional ? added[name] : emptyAsUnset(valueOf(name)),
				parameter: `${spot.parameter}.${path}`,
				isNeeded: !optional && (field.required || preselected(field) !== undefined),
			};
		}),
		around,
	);
}

/**
 * Refuses what is given for columns that the others hide: it would be lost. A recurrence by number
 * of times has no last day, for instance.
 */
function refuseHidden(columns: Column[], row: Record<string, unknown>, spot: Spot): void {
	for (const column of columns.filter(({ name, optional }) => !optional && row[name])) {
		const same = columns.filter(({ name }) => name === column.name);
		if (same.some((one) => isShown(one, (name) => valueIn(columns, row, name)))) continue;
		const conditions = Object.entries(column.when ?? {}).map(
			([name, values]) => `${name} is ${values.join(' or ')}`,
		);
		const problem = `${quote(column.name)} only counts when ${conditions.join(', and ')}`;
		throw new FieldError(spot, problem, 'Give that as well, or leave it out.');
	}
}

/**
 * The form's row that an object of plain data stands for; its keys are the columns' names in any
 * case.
 * @throws FieldError for anything but an object, and for a key that is no column, is one twice, or
 * would be lost
 */
export function rowFromData(columns: Column[], data: unknown, spot: Spot): Record<string, unknown> {
	if (!isRecord(data)) {
		throw new FieldError(spot, `${quote(data)} is not an object`, 'Give an object in braces.');
	}
	const row: Record<string, unknown> = {};
	for (const [key, value] of Object.entries(data)) {
		if (CARRIER_EXTRAS.includes(key)) continue;
		const column = columns.find(({ name }) => sameWord(key, name));
		if (!column) {
			const names = [...new Set(columns.map(({ name }) => name))].join(', ');
			throw new FieldError(spot, `${quote(key)} is not known here`, `Use: ${names}.`);
		}
		const path = column.optional ? [OPTIONAL, column.name] : [column.name];
		if (has(row, path)) throw new FieldError(spot, `${quote(key)} stands twice`, 'Keep one.');
		const at = { label: column.label, parameter: `${spot.parameter}.${column.name}` };
		set(row, path, column.kind.fromData ? column.kind.fromData(value, at) : value);
	}
	refuseHidden(columns, row, spot);
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
