import type { INodeProperties } from 'n8n-workflow';

import type { EntityDefinition } from '../../entities/entity';
import { assertInRange, INT32_MAX, toInteger } from '../../shared/fields/number';
import { isOn, parameterRef } from '../../shared/fields/parameterRef';
import { option } from '../../shared/optionsForm';
import { listOutputOptions } from '../../shared/output';
import type { ItemCall } from '../operation';
import { simplifiedProperties } from './archiveProperties';

export const RETURN_ALL: INodeProperties = {
	displayName: 'Return All',
	name: 'returnAll',
	type: 'boolean',
	default: false,
	description: 'Whether to return all results or only up to a given limit',
};

export const RETURN_EVERYTHING = option({
	displayName: 'Return Everything',
	name: 'returnEverything',
	type: 'boolean',
	default: false,
	description:
		'Whether to allow Return All without a period or filter, which returns every {record} of SuperOffice',
	displayOptions: { show: { '/returnAll': [true] } },
});

export const LIMIT: INodeProperties = {
	displayName: 'Limit',
	name: 'limit',
	type: 'number',
	typeOptions: { minValue: 1 },
	default: 50,
	description: 'Max number of results to return',
	displayOptions: { show: { returnAll: [false] } },
};

/**
 * How many results are wanted; Infinity for all.
 * @throws FieldError for a limit below 1
 */
export function readLimit(read: ItemCall['read']): number {
	if (isOn(read, RETURN_ALL)) return Infinity;
	const ref = parameterRef(LIMIT);
	return assertInRange(toInteger(read(LIMIT.name), ref), 1, INT32_MAX, ref);
}

export const RAW_FILTER = option({
	displayName: 'Raw Filter',
	name: 'rawFilter',
	type: 'string',
	default: '',
	description: "Additional condition in SuperOffice's own $filter syntax",
});

export const SORT = option({
	displayName: 'Sort',
	name: 'sort',
	type: 'fixedCollection',
	typeOptions: { multipleValues: true, sortable: true },
	placeholder: 'Add Sort Rule',
	default: {},
	description: 'Sort order; {key} if empty. Sorting by other fields gets slower with every page.',
	options: [
		{
			name: 'rule',
			displayName: 'Rule',
			values: [
				{
					displayName: 'Field Name or ID',
					name: 'field',
					type: 'options',
					typeOptions: { loadOptionsMethod: 'getSortColumns' },
					default: '',
					description:
						'Choose from the list, or specify an ID using an <a href="https://docs.n8n.io/code/expressions/">expression</a>',
				},
				{
					displayName: 'Direction',
					name: 'direction',
					type: 'options',
					options: [
						{ name: 'Ascending', value: 'asc' },
						{ name: 'Descending', value: 'desc' },
					],
					default: 'asc',
					description: 'Direction of the sort',
				},
			],
		},
	],
});

/** The options of which properties come out, in which order, and of what else rows have to meet. */
export const listOptions = (entity: EntityDefinition): INodeProperties[] => [
	...listOutputOptions(simplifiedProperties(entity)),
	{ ...SORT, description: SORT.description?.replace('{key}', entity.id) },
	{ ...RAW_FILTER, placeholder: `e.g. ${entity.archive.filterExample}` },
	RETURN_EVERYTHING,
];
