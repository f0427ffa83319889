import lowerFirst from 'lodash/lowerFirst';
import uniq from 'lodash/uniq';
import type { IDataObject, INodeProperties } from 'n8n-workflow';

import type { EntityDefinition } from '../entities/entity';
import type { CustomField } from './customFields/definition';
import { option } from './optionsForm';
import { FieldError, quote } from './fields/fieldKind';
import { chosen, parameterRef } from './fields/parameterRef';
import { isRecord, type JsonObject } from './json';
import {
	CUSTOM_FIELDS,
	inZone,
	pickPaths,
	simplify,
	withPlainCustomFields,
	withValue,
} from './shape';

const OUTPUT = option({
	displayName: 'Output',
	name: 'output',
	type: 'options',
	options: [
		{
			name: 'Simplified',
			value: 'simplified',
			description:
				"The main properties and the custom fields, with dates in the workflow's time zone",
		},
		{ name: 'Raw', value: 'raw', description: 'The data as SuperOffice returns it' },
		{
			name: 'Selected Fields',
			value: 'selected',
			description: 'Only the fields that you choose',
		},
	],
	default: 'simplified',
	description: 'Which fields of the {record} to return',
});

const CUSTOM_NAMES = option({
	displayName: 'Custom Fields By',
	name: 'customFieldNames',
	type: 'options',
	options: [
		{ name: 'Label', value: 'label', description: 'Such as Cost Center' },
		{ name: 'ProgId', value: 'progId', description: 'Such as SuperOffice:7 or x_name' },
	],
	default: 'label',
	description: 'Whether simplified output names custom fields by their label or by their ProgId',
});

const SELECT = option({
	displayName: 'Field Names or IDs',
	name: 'select',
	type: 'multiOptions',
	typeOptions: { loadOptionsMethod: 'getFields' },
	default: [],
	description:
		'Choose from the list, or specify IDs using an <a href="https://docs.n8n.io/code/expressions/">expression</a>',
	displayOptions: { show: { output: ['selected'] } },
});

/** The options of how an answer comes out. */
export const outputOptions: INodeProperties[] = [OUTPUT, SELECT, CUSTOM_NAMES];

/**
 * The options of how the rows of a list come out.
 * @param select what is selected at first
 */
export const listOutputOptions = (select: string[]): INodeProperties[] => [
	OUTPUT,
	{ ...SELECT, typeOptions: { loadOptionsMethod: 'getColumns' }, default: select },
];

/**
 * The chosen kind of output.
 * @throws FieldError for one that there is not
 */
export const readOutputKind = (read: (parameter: string) => unknown) => chosen(read, OUTPUT);

/** What is selected, for errors. */
export const SELECT_REF = parameterRef(SELECT);

/**
 * The paths of the selected properties; an expression may give text with commas between them.
 * @throws FieldError where there is none
 */
export function readSelect(read: (parameter: string) => unknown): string[] {
	const value = read(SELECT.name) ?? '';
	const list: unknown[] = Array.isArray(value) ? value : String(value).split(',');
	if ([value, ...list].some(isRecord)) {
		const problem = `${quote(value)} is no list of names`;
		throw new FieldError(SELECT_REF, problem, 'Give names of fields.');
	}
	const parts = list.map(String).map((name) => name.split('/').map((part) => part.trim()));
	const names = parts.map((path) => path.join('/')).filter(Boolean);
	if (names.length > 0) return names;
	throw new FieldError(SELECT_REF, 'is empty', 'Choose at least one field.');
}

/** Characters of what is selected, which goes into an address. */
const LONGEST_SELECT = 2000;

function rejectLong(select: string): string {
	if (select.length <= LONGEST_SELECT) return select;
	const advice = `Web servers take addresses of about ${LONGEST_SELECT} at most: use Raw.`;
	throw new FieldError(SELECT_REF, `has ${select.length} characters`, advice);
}

/** The query of a request, and how its response is shaped. */
export interface Output {
	query: Record<string, string>;
	/** Whether custom fields come out as plain values. */
	isPlain: boolean;
	/** Shapes a record; fetches definitions of custom fields only if needed. */
	shape(record: JsonObject): Promise<IDataObject>;
}

/** What output needs to know of the record's kind and of the item. */
interface OutputContext extends Pick<EntityDefinition, 'fields' | 'simplified' | 'asDays'> {
	/** IANA zone in which dates come out. */
	zone: string;
	/** Gives the IANA zone whose days the record's days are. */
	baseZone(): Promise<string>;
	/** Gives the definitions of the custom fields, which plain values need. */
	definitions(): Promise<CustomField[]>;
}

const raw: Output = {
	query: {},
	isPlain: false,
	shape: async (record) => await Promise.resolve(record),
};

const simplifiedOutput = (isByLabel: boolean, context: OutputContext): Output => ({
	query: {},
	isPlain: true,
	async shape(record) {
		const { fields, zone, baseZone, definitions } = context;
		const days = context.asDays?.(record, zone);
		const names = uniq([...context.simplified, ...Object.keys(days ?? {}).map(lowerFirst)]);
		return {
			...simplify({ ...inZone(record, fields, zone, await baseZone()), ...days }, fields, names),
			...withValue(await withPlainCustomFields(record, definitions, isByLabel)),
		};
	},
});

function selectedOutput(select: string[], context: OutputContext): Output {
	const paths = select.map((name) => name.split('/'));
	const isCustom = ([head]: string[]) => head.toLowerCase() === CUSTOM_FIELDS.toLowerCase();
	const isPlain = paths.some(isCustom);
	// A single field would lack the display text of its list entry.
	const wanted = select.map((name, index) => (isCustom(paths[index]) ? CUSTOM_FIELDS : name));
	return {
		query: { $select: rejectLong([...new Set(wanted)].join(',')) },
		isPlain,
		async shape(record) {
			const { fields, zone, baseZone, definitions } = context;
			const dated = inZone(record, fields, zone, await baseZone());
			const shown = { ...dated, ...context.asDays?.(record, zone) };
			const plain = isPlain ? await withPlainCustomFields(shown, definitions, false) : shown;
			return pickPaths(plain, paths);
		},
	};
}

/**
 * Reads the output options of an item.
 * @throws FieldError for an unknown kind of output, or when nothing is selected
 */
export function readOutput(read: (parameter: string) => unknown, context: OutputContext): Output {
	const output = readOutputKind(read);
	if (output === 'raw') return raw;
	if (output === 'selected') return selectedOutput(readSelect(read), context);
	return simplifiedOutput(chosen(read, CUSTOM_NAMES) === 'label', context);
}
