import omit from 'lodash/omit';
import type { IDataObject, INodeProperties } from 'n8n-workflow';

import type { CustomField } from './customFields/definition';
import { oneOf } from './fields/enumeration';
import { FieldError } from './fields/kind';
import type { FieldTable } from './fields/table';
import type { JsonObject } from './json';
import { CUSTOM_FIELDS, OLDER_NAMES, pick, simplify, withPlainFields } from './shape';

const CUSTOM_NAMES = 'customFieldNames';

/**
 * How an answer comes out.
 * @param selectExample of what may be selected, names with commas between them
 */
export const outputForm = ({ selectExample }: { selectExample: string }): INodeProperties[] => [
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
		displayName: 'Custom Fields By',
		name: CUSTOM_NAMES,
		type: 'options',
		options: [
			{ name: 'Label', value: 'label', description: 'Such as Cost Center' },
			{ name: 'ProgId', value: 'progId', description: 'Such as SuperOffice:7 or x_name' },
		],
		default: 'label',
		description: 'What the custom fields are called in the output',
		displayOptions: { show: { output: ['simplified'] } },
	},
	{
		displayName: 'Select',
		name: 'select',
		type: 'string',
		default: '',
		placeholder: `e.g. ${selectExample}`,
		description: 'Properties to put out, separated by commas; nested ones with a slash',
		displayOptions: { show: { output: ['selected'] } },
	},
];

/** Characters of what is selected, which goes into an address. */
const LONGEST_SELECT = 2000;

function parseSelect(value: unknown): string[] {
	const list = Array.isArray(value) ? value.map(String) : String(value).split(',');
	const parts = list.map((name) => name.split('/').map((part) => part.trim()));
	const names = parts.map((path) => path.join('/')).filter(Boolean);
	const spot = { parameter: 'select', label: 'Select' };
	const { length } = names.join(',');
	if (length > LONGEST_SELECT) {
		const advice = `Web servers take addresses of about ${LONGEST_SELECT} at most: use complete output.`;
		throw new FieldError(spot, `has ${length} characters`, advice);
	}
	if (names.length > 0) return names;
	throw new FieldError(spot, 'is empty', 'List at least one property.');
}

/** Gives the definitions of the custom fields. */
type Definitions = () => Promise<CustomField[]>;

/** What to ask for and how to shape the answer. */
export interface Output {
	query: Record<string, string>;
	/** Whether custom fields come out as plain values. */
	isPlain: boolean;
	/** Asks for the definitions of custom fields only where they come out plain, and there are any. */
	shape(entity: JsonObject): Promise<IDataObject>;
}

const complete: Output = {
	query: {},
	isPlain: false,
	shape: async (entity) => await Promise.resolve(entity),
};

const simplified = (isByLabel: boolean, table: FieldTable, definitions: Definitions): Output => ({
	query: {},
	isPlain: true,
	async shape(entity) {
		const present = omit(entity, OLDER_NAMES) as JsonObject;
		return simplify(await withPlainFields(present, definitions, isByLabel), table);
	},
});

function selected(select: string[], definitions: Definitions): Output {
	const paths = select.map((name) => name.split('/'));
	const isCustom = ([head]: string[]) => head.toLowerCase() === CUSTOM_FIELDS.toLowerCase();
	const isPlain = paths.some(isCustom);
	// One field of them would come without what its entry of a list is called.
	const wanted = select.map((name, index) => (isCustom(paths[index]) ? CUSTOM_FIELDS : name));
	return {
		query: { $select: [...new Set(wanted)].join(',') },
		isPlain,
		async shape(entity) {
			const plain = isPlain ? await withPlainFields(entity, definitions, false) : entity;
			return pick(plain, paths);
		},
	};
}

/**
 * Reads the output parameters of an item.
 * @param definitions gives the definitions of the custom fields, which plain values need
 * @throws FieldError for an unknown kind of output, or when nothing is selected
 */
export function readOutput(
	read: (parameter: string) => unknown,
	table: FieldTable,
	definitions: Definitions,
): Output {
	const spot = { parameter: 'output', label: 'Output' };
	const output = oneOf(['complete', 'simplified', 'selected'], read('output'), spot);
	if (output === 'complete') return complete;
	if (output === 'selected') return selected(parseSelect(read('select')), definitions);
	const names = { parameter: CUSTOM_NAMES, label: 'Custom Fields By' };
	const given = oneOf(['label', 'progId'], read(CUSTOM_NAMES) ?? 'label', names);
	return simplified(given === 'label', table, definitions);
}
