import type { INodeProperties } from 'n8n-workflow';

import type { EntityDefinition } from '../../entities/entity';
import { option } from '../../shared/optionsForm';
import { listOutputOptions } from '../../shared/output';
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

export const RAW_FILTER = option({
	displayName: 'Raw Filter',
	name: 'rawFilter',
	type: 'string',
	default: '',
	placeholder: "e.g. location begins 'Oslo' or isMilestone set true",
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
	RAW_FILTER,
	RETURN_EVERYTHING,
];
