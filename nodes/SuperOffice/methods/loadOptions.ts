import sortBy from 'lodash/sortBy';
import uniqBy from 'lodash/uniqBy';
import upperFirst from 'lodash/upperFirst';
import type { ILoadOptionsFunctions, INodePropertyOptions } from 'n8n-workflow';

import { propertyPaths } from '../../crud/list/archiveProperties';
import type { EntityDefinition } from '../../entities/entity';
import { fetchArchiveColumns, type ArchiveColumn } from '../../shared/archive/archiveColumns';
import { fetchCustomFields } from '../../shared/customFields/definition';
import type { LookupSource, SearchPage } from '../../shared/lookup/source';
import { lookupSources, SELECTABLE } from '../../shared/lookup/sources';
import { wireName } from '../../shared/fields/table';
import { CUSTOM_FIELDS } from '../../shared/shape';
import { formEntity, formLookUp } from './formContext';

/** By what people call it; several may be called the same. */
const named = (label: string, value: string) => ({ name: `${label} (${value})`, value });

const sorted = (options: INodePropertyOptions[]) =>
	sortBy(uniqBy(options, 'value'), ({ name }) => name.toLowerCase());

/** The properties, and of nested records the ID and the name. */
const propertyOptions = ({ fields }: EntityDefinition): INodePropertyOptions[] =>
	Object.entries(fields).flatMap(([name, { label, kind }]) => {
		const property = wireName(name);
		const { id, name: nameKey } = kind.keys ?? {};
		return [
			named(label, property),
			...(id && nameKey
				? [
						named(`${label} ID`, `${property}/${id}`),
						named(`${label} Name`, `${property}/${nameKey}`),
					]
				: []),
		];
	});

/** The columns of the entity's archive, by the properties that they hold. */
async function columnOptions(
	context: ILoadOptionsFunctions,
	isWanted: (column: ArchiveColumn) => boolean,
): Promise<INodePropertyOptions[]> {
	const entity = formEntity(context);
	const properties = new Map(propertyOptions(entity).map((one) => [one.value, one]));
	const columns = await fetchArchiveColumns(await formLookUp(context), entity.archive.name);
	return columns.filter(isWanted).map(({ name, label }) => {
		const [path] = propertyPaths(entity.archive, name);
		return properties.get(path) ?? named(label, path);
	});
}

/** All entries of a list, for a control of which several can be chosen. */
function listOptions(source: LookupSource) {
	return async function (this: ILoadOptionsFunctions): Promise<INodePropertyOptions[]> {
		const lookUp = await formLookUp(this);
		const options: INodePropertyOptions[] = [];
		for (let from: number | undefined = 0; from !== undefined;) {
			const { choices, next }: SearchPage = await source.search(lookUp, '', from);
			options.push(...choices.map(({ id, name }) => ({ name, value: id })));
			from = next;
		}
		return options;
	};
}

/** What the form's dropdowns offer, by the method that their controls name. */
export const loadOptions = {
	...Object.fromEntries(
		SELECTABLE.map((name) => [`get${upperFirst(name)}`, listOptions(lookupSources[name])]),
	),
	async getFields(this: ILoadOptionsFunctions): Promise<INodePropertyOptions[]> {
		const entity = formEntity(this);
		const customFields = await fetchCustomFields(await formLookUp(this), entity.name);
		return sorted([
			...propertyOptions(entity),
			...customFields.map(({ key, label }) => named(label, `${CUSTOM_FIELDS}/${key}`)),
		]);
	},
	async getColumns(this: ILoadOptionsFunctions): Promise<INodePropertyOptions[]> {
		const { archive, fields } = formEntity(this);
		const columns = await columnOptions(this, () => true);
		const nested = Object.entries(fields)
			.filter(([name]) => propertyPaths(archive, wireName(name))[0] !== wireName(name))
			.map(([name, { label }]) => named(label, wireName(name)));
		return sorted([...nested, ...columns]);
	},
	async getSortColumns(this: ILoadOptionsFunctions): Promise<INodePropertyOptions[]> {
		return sorted(await columnOptions(this, ({ canOrderBy }) => canOrderBy));
	},
};
