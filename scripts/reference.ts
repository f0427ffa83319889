import groupBy from 'lodash/groupBy';
import uniqBy from 'lodash/uniqBy';
import type { INodeProperties, INodePropertyOptions } from 'n8n-workflow';

import type { EntityDefinition } from '../nodes/entities/entity';
import { resources, resourceForm as nodeForm } from '../nodes/SuperOffice/resources';
import { withEntityWords } from '../nodes/SuperOffice/entityWords';
import { tableForm, wireName, type FieldRow } from '../nodes/shared/fields/table';

/** A Markdown table; a cell may be missing. */
function table(headings: string[], rows: Array<Array<string | undefined>>): string {
	const line = (cells: Array<string | undefined>) =>
		`| ${cells.map((cell) => (cell ?? '').replaceAll('|', '\\|')).join(' | ')} |`;
	return [line(headings), `|${headings.map(() => '---|').join('')}`, ...rows.map(line)].join('\n');
}

/** Names of the kinds of field that hold more than one value. */
const LISTS = ['Rows', 'Group', 'Address'];

const code = (text: string) => `\`${text}\``;

/** A control's path and its label, below those of the collections around it. */
interface Placed {
	control: INodeProperties;
	path: string;
	labels: string;
}

/** Controls and those inside their collections, with their paths and labels. */
function placed(controls: INodeProperties[], above?: Placed): Placed[] {
	return controls.flatMap((control) => {
		const place: Placed = {
			control,
			path: above ? `${above.path}.${control.name}` : control.name,
			labels: above ? `${above.labels} → ${control.displayName}` : control.displayName,
		};
		if (control.type !== 'collection') return [place];
		return [place, ...placed((control.options ?? []) as INodeProperties[], place)];
	});
}

function operations(name: string, entity: EntityDefinition): string {
	const dropdown = nodeForm({ [name]: entity }).find((one) => one.name === 'operation');
	const options = (dropdown?.options ?? []) as INodePropertyOptions[];
	const rows = options.map(({ name: label, value, description }) => [
		label,
		code(String(value)),
		description,
	]);
	return table(['Operation', 'Value', 'Description'], rows);
}

/** A table for each group of the form. */
function properties({ fields }: EntityDefinition, form: Placed[]): string[] {
	const groups = groupBy(Object.entries(fields), ([, { group }]) => group ?? '');
	return Object.entries(groups).flatMap(([group, rows]) => {
		const label = form.find(({ path }) => path === group)?.labels ?? 'At the top of the form';
		const line = ([name, { label: shown, kind, help }]: [string, FieldRow]) => {
			const parameter = code(group ? `${group}.${name}` : name);
			return [code(wireName(name)), shown, parameter, kind.name, help];
		};
		const headings = ['Property', 'Label', 'Parameter', 'Kind', 'Description'];
		return [`### ${label}`, table(headings, rows.map(line))];
	});
}

/** The columns of rows; one that stands in the form for several patterns comes once a label. */
function columns(values: INodeProperties[]): Array<Array<string | undefined>> {
	const all = placed(values).filter(({ control }) => control.type !== 'collection');
	return uniqBy(all, ({ control }) => control.name + control.displayName).map(({ control }) => [
		control.displayName,
		code(control.name),
		control.description,
	]);
}

/** What a property holds more than one value in, such as its rows or the parts of an address. */
interface Part {
	name: string;
	displayName: string;
	values: INodeProperties[];
}

/** A table for each property that is a list of rows, or a group of controls; one for those that are alike. */
function lists({ fields }: EntityDefinition, form: Placed[]): string[] {
	const parts = Object.entries(fields).flatMap(([name, { kind, label }]) => {
		if (!LISTS.includes(kind.name)) return [];
		const control = form.find((one) => one.control.name === name)?.control;
		// A list in a group of the form is a collection of its columns.
		const own =
			control?.type === 'collection'
				? [{ name, displayName: label, values: control.options as INodeProperties[] }]
				: ((control?.options ?? []) as Part[]);
		return own.map((part) => ({
			// The parts of an address have names of their own in the item's data.
			heading: kind.name === 'Address' ? `${part.displayName} (${code(part.name)})` : label,
			text: table(['Label', 'Name', 'Description'], columns(part.values)),
		}));
	});
	return Object.values(groupBy(parts, 'text')).flatMap((alike) => {
		const [{ text }] = alike;
		return [`### ${alike.map(({ heading }) => heading).join(', ')}`, text];
	});
}

const filters = (entity: EntityDefinition) =>
	table(
		['Filter', 'Parameter', 'Description'],
		Object.entries(entity.filters).map(([name, { label, help }]) => [
			label,
			code(`filters.${name}`),
			help,
		]),
	);

/** The reference of a kind of record: what its form has, and what it is called in workflow files. */
function page(name: string, entity: EntityDefinition): string {
	const form = placed(withEntityWords(entity, tableForm(entity.fields)));
	const count = Object.keys(entity.fields).length;
	const texts = [
		`# Reference: ${entity.label}`,
		'<!-- Written by "npm run docs": change the tables in nodes/entities instead. -->',
		`All operations, properties and filters of the resource ${entity.label}. *Value* and *Parameter* are the names in workflow files; error messages name the parameter.`,
		'## Operations',
		operations(name, entity),
		'## Properties',
		`The ${count} properties of SuperOffice's ${entity.name}Entity. *Property* is SuperOffice's name, which **Map Automatically**, JSON and the output use. A *Reference* and an *ID or name* are [found or named](../finding-and-naming-records.md); a *Date and time* is read as the page on [time zones](../time-zones.md) says.`,
		...properties(entity, form),
		'## Lists and groups',
		'The columns of the properties above that hold more than one value. When an item brings such a list as data, the keys of its objects are these names, in upper or lower case.',
		...lists(entity, form),
		'## Filters of Get Many',
		filters(entity),
	];
	return `${withEntityWords(entity, texts).join('\n\n')}\n`;
}

/** The pages of all kinds of record, by their names. */
export const referencePages: Record<string, string> = Object.fromEntries(
	Object.entries(resources).map(([name, entity]) => [`${name}.md`, page(name, entity)]),
);
