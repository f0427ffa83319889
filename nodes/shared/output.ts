import type { IDataObject, INodeProperties } from 'n8n-workflow';

import { oneOf } from './fields/enumeration';
import { FieldError } from './fields/kind';
import { isRecord, type Json, type JsonObject } from './json';
import { wireName, type FieldTable } from './fields/table';

/** SuperOffice's words for "no date" and "for ever", in any offset. */
const EMPTY_DATE = /^(0001-01-01|9999-12-31)T\d{2}:\d{2}:\d{2}(\.\d+)?(Z|[+-]\d{2}:\d{2})?$/;

const CARRIER_EXTRAS = ['TableRight', 'FieldProperties', '_Links'];

export const outputProperties: INodeProperties[] = [
	{
		displayName: 'Output',
		name: 'output',
		type: 'options',
		options: [
			{ name: 'Complete', value: 'complete', description: 'Everything, as SuperOffice answers' },
			{
				name: 'Selected Fields',
				value: 'selected',
				description: 'Only the properties that you list',
			},
			{
				name: 'Simplified',
				value: 'simplified',
				description: 'No nulls or access rights, and IDs and names instead of nested records',
			},
		],
		default: 'complete',
		description: 'How much of the answer comes out',
	},
	{
		displayName: 'Select',
		name: 'select',
		type: 'string',
		default: '',
		placeholder: 'e.g. AppointmentId,Title,Contact/Name',
		description: 'Properties to put out, separated by commas; nested ones with a slash',
		displayOptions: { show: { output: ['selected'] } },
	},
];

function clean(value: Json): Json | undefined {
	if (value === null || (typeof value === 'string' && EMPTY_DATE.test(value))) return undefined;
	if (Array.isArray(value)) return value.map(clean).filter((one) => one !== undefined);
	if (!isRecord(value)) return value;
	const entries = Object.entries(value as JsonObject)
		.filter(([key]) => !CARRIER_EXTRAS.includes(key))
		.map(([key, one]) => [key, clean(one)] as const)
		.filter((entry): entry is readonly [string, Json] => entry[1] !== undefined);
	return Object.fromEntries(entries);
}

/** Leaves out nulls, empty dates and carrier extras; references become `ContactId`, `ContactName`. */
function simplify(entity: JsonObject, table: FieldTable): JsonObject {
	const kinds = new Map(Object.entries(table).map(([name, row]) => [wireName(name), row.kind]));
	const flat = Object.entries(entity).map(([property, value]) => {
		const kind = kinds.get(property);
		return kind?.simplify ? kind.simplify(property, value) : { [property]: value };
	});
	return clean(Object.assign({}, ...flat) as JsonObject) as JsonObject;
}

function pickBelow(value: Json, paths: string[][]): Json {
	if (Array.isArray(value)) return value.map((one) => pickBelow(one, paths));
	return isRecord(value) ? pick(value as JsonObject, paths) : value;
}

/**
 * Keeps the selected paths. SuperOffice answers `$select` with all properties, those not selected
 * nulled out, and compares names without case.
 */
function pick(entity: JsonObject, paths: string[][]): JsonObject {
	const picked: JsonObject = {};
	for (const [key, value] of Object.entries(entity)) {
		const below = paths.filter(([head]) => head.toLowerCase() === key.toLowerCase());
		if (below.length === 0) continue;
		const rests = below.map(([, ...rest]) => rest);
		picked[key] = rests.every((rest) => rest.length > 0) ? pickBelow(value, rests) : value;
	}
	return picked;
}

function parseSelect(value: unknown): string[] {
	const list = Array.isArray(value) ? value.map(String) : String(value).split(',');
	const names = list.map((name) => name.replace(/\s*\/\s*/g, '/').trim()).filter(Boolean);
	if (names.length > 0) return names;
	const spot = { parameter: 'select', label: 'Select' };
	throw new FieldError(spot, 'is empty', 'List at least one property, such as AppointmentId.');
}

/** What to ask for and how to shape the answer. */
export interface Output {
	query: Record<string, string>;
	shape(entity: JsonObject): IDataObject;
}

/**
 * Reads the output parameters of an item.
 * @throws FieldError for an unknown kind of output, or when nothing is selected
 */
export function readOutput(read: (parameter: string) => unknown, table: FieldTable): Output {
	const spot = { parameter: 'output', label: 'Output', zone: 'UTC' };
	const output = oneOf(['complete', 'simplified', 'selected'], read('output'), spot);
	if (output === 'simplified') return { query: {}, shape: (entity) => simplify(entity, table) };
	if (output === 'complete') return { query: {}, shape: (entity) => entity };
	const select = parseSelect(read('select'));
	const paths = select.map((name) => name.split('/'));
	return { query: { $select: select.join(',') }, shape: (entity) => pick(entity, paths) };
}
