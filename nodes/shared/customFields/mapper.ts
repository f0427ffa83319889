import isEmpty from 'lodash/isEmpty';
import type { INodeProperties, INodePropertyOptions, ResourceMapperField } from 'n8n-workflow';

import { weakMemoize } from '../weakMemoize';
import { asRecord } from '../json';
import { fetchListEntries } from '../lookup/mdoListSource';
import type { LookUp } from '../lookup/source';
import { memoizeAsync } from '../memoize';
import { fetchCustomFields, fieldLabels, type CustomField } from './definition';
import { mapperControlType, customTypeOf } from './types';

export const MAPPER = 'customFieldValues';

/** The form's custom fields. They stand at the top level, as n8n checks mappers nowhere else. */
export const mapperControl: INodeProperties = {
	displayName: 'Custom Fields',
	name: MAPPER,
	type: 'resourceMapper',
	noDataExpression: true,
	default: { mappingMode: 'defineBelow', value: null },
	description: "SuperOffice's custom fields, by their labels",
	typeOptions: {
		resourceMapper: {
			resourceMapperMethod: 'getCustomFields',
			mode: 'add',
			valuesLabel: 'Custom Fields',
			// n8n may ask before a new node has its credential, and then shows this and a link Retry.
			noFieldsError: 'No custom fields were read yet.',
			fieldWords: { singular: 'custom field', plural: 'custom fields' },
			// Otherwise every untouched switch would be sent as off.
			addAllFields: false,
			multiKeyMatch: false,
			supportAutoMap: true,
		},
	},
};

/**
 * Whether custom fields are given by the mapper: without any, it has no value.
 * @param read gives a parameter's value, undefined while it is hidden
 */
export function usesMapper(read: (parameter: string) => unknown): boolean {
	const { mappingMode, value } = asRecord(read(MAPPER));
	return mappingMode === 'autoMapInputData' || !isEmpty(value);
}

/** The fields that a person may fill in by a plain value. */
export const writableFields = weakMemoize((fields: CustomField[]) =>
	fields.filter((field) => !field.isHidden && !field.isReadOnly && customTypeOf(field)),
);

interface Options {
	options?: INodePropertyOptions[];
	/** The field's list cannot be read, by a right that is missing for instance. */
	isUnreadable?: boolean;
}

async function fetchFieldOptions(
	lookUp: LookUp,
	{ listName, choices }: CustomField,
): Promise<Options> {
	if (listName === undefined) {
		return choices ? { options: choices.map((name) => ({ name, value: name })) } : {};
	}
	try {
		const entries = await fetchListEntries(lookUp, listName);
		return { options: entries.map(({ id, name }) => ({ name, value: id })) };
	} catch {
		// The other fields can be filled in all the same, and this one by number.
		return { isUnreadable: true };
	}
}

/** The columns of n8n's mapper for the custom fields of a kind of record. */
export async function mapperColumns(
	lookUp: LookUp,
	entity: string,
): Promise<ResourceMapperField[]> {
	const fields = writableFields(await fetchCustomFields(lookUp, entity));
	const labels = fieldLabels(fields);
	const optionsFor = memoizeAsync(
		async (field: CustomField) => await fetchFieldOptions(lookUp, field),
		{
			key: ({ listName, key }) => listName ?? `choices of ${key}`,
		},
	);
	return await Promise.all(
		fields.map(async (field) => {
			const { options, isUnreadable } = await optionsFor(field);
			const label = labels.get(field.key) ?? field.key;
			const type = isUnreadable ? 'number' : mapperControlType(field);
			const mandatory = field.isMandatory ? ' (mandatory)' : '';
			const remark = isUnreadable ? ' (number: its list cannot be read)' : mandatory;
			return {
				id: field.key,
				displayName: `${label}${remark}`,
				defaultMatch: false,
				canBeUsedToMatch: false,
				// Or else n8n would run no workflow that lets SuperOffice's defaults fill it in.
				required: false,
				display: true,
				...(type && { type }),
				...(options && { options }),
			};
		}),
	);
}
