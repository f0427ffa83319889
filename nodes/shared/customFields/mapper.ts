import type { INodeProperties, INodePropertyOptions, ResourceMapperField } from 'n8n-workflow';

import { derived } from '../derived';
import { listEntries } from '../lookup/mdoList';
import type { Ask } from '../lookup/source';
import { memoizeAsync } from '../memoize';
import { customFieldsOf, labelsOf, type CustomField } from './definition';
import { controlOf, typeOf } from './types';

/** The switch that shows the mapper. */
export const USE_TYPED: INodeProperties = {
	displayName: 'Use Typed Custom Fields',
	name: 'useTypedCustomFields',
	type: 'boolean',
	default: false,
	description: "Whether to fill in SuperOffice's custom fields by their labels and types",
};

export const MAPPER = 'customFieldValues';

/**
 * The form's typed custom fields. They stand at the top level, as n8n checks mappers nowhere else.
 * @param mode n8n checks mandatory fields in mode `add` only
 */
export const mapperFor = (mode: 'add' | 'update'): INodeProperties => ({
	displayName: 'Typed Custom Fields',
	name: MAPPER,
	type: 'resourceMapper',
	noDataExpression: true,
	default: { mappingMode: 'defineBelow', value: null },
	description: "The tenant's own fields, with the values that they take",
	typeOptions: {
		resourceMapper: {
			resourceMapperMethod: 'getCustomFields',
			mode,
			fieldWords: { singular: 'custom field', plural: 'custom fields' },
			// Otherwise every switch that nobody touched would be sent as off.
			addAllFields: false,
			multiKeyMatch: false,
			supportAutoMap: true,
		},
	},
	displayOptions: { show: { [USE_TYPED.name]: [true] } },
});

/** The fields that a person may fill in by a plain value. */
export const writable = derived((fields: CustomField[]) =>
	fields.filter((field) => !field.isHidden && !field.isReadOnly && typeOf(field)),
);

interface Options {
	options?: INodePropertyOptions[];
	/** The field's list cannot be read, by a right that is missing for instance. */
	isUnreadable?: boolean;
}

async function optionsOf(ask: Ask, { listName, choices }: CustomField): Promise<Options> {
	if (listName === undefined) {
		return choices ? { options: choices.map((name) => ({ name, value: name })) } : {};
	}
	try {
		const entries = await listEntries(ask, listName);
		return { options: entries.map(({ id, name }) => ({ name, value: id })) };
	} catch {
		// The other fields can be filled in all the same, and this one by number.
		return { isUnreadable: true };
	}
}

/** The columns of n8n's mapper for the custom fields of a kind of record. */
export async function mapperColumns(ask: Ask, entity: string): Promise<ResourceMapperField[]> {
	const fields = writable(await customFieldsOf(ask, entity));
	const labels = labelsOf(fields);
	const optionsFor = memoizeAsync(async (field: CustomField) => await optionsOf(ask, field), {
		key: ({ listName, key }) => listName ?? `choices of ${key}`,
	});
	return await Promise.all(
		fields.map(async (field) => {
			const { options, isUnreadable } = await optionsFor(field);
			const label = labels.get(field.key) ?? field.key;
			const type = isUnreadable ? 'number' : controlOf(field);
			return {
				id: field.key,
				displayName: isUnreadable ? `${label} (number: its list cannot be read)` : label,
				defaultMatch: false,
				canBeUsedToMatch: false,
				required: field.isMandatory,
				display: true,
				...(type && { type }),
				...(options && { options }),
			};
		}),
	);
}
