import type { INodeProperties } from 'n8n-workflow';

import type { EntityDefinition } from '../../entities/entity';

export const RETURN_ALL: INodeProperties = {
	displayName: 'Return All',
	name: 'returnAll',
	type: 'boolean',
	default: false,
	description: 'Whether to return all results or only up to a given limit',
};

export const RETURN_EVERYTHING: INodeProperties = {
	displayName: 'Return Everything',
	name: 'returnEverything',
	type: 'boolean',
	default: false,
	description:
		'Whether all {records} may come out where neither a period nor a filter narrows them; off, that is an error',
	displayOptions: { show: { returnAll: [true] } },
};

export const LIMIT: INodeProperties = {
	displayName: 'Limit',
	name: 'limit',
	type: 'number',
	typeOptions: { minValue: 1 },
	default: 50,
	description: 'Max number of results to return',
	displayOptions: { show: { returnAll: [false] } },
};

export const RAW_FILTER: INodeProperties = {
	displayName: 'Raw Filter',
	name: 'rawFilter',
	type: 'string',
	default: '',
	placeholder: "e.g. location begins 'Oslo' or isMilestone set true",
	description:
		"A further condition, in the words of SuperOffice's own $filter, that has to be met besides the others",
};

export const COLUMNS: INodeProperties = {
	displayName: 'Column Names or IDs',
	name: 'columns',
	type: 'multiOptions',
	typeOptions: { loadOptionsMethod: 'getColumns' },
	default: [],
	description:
		'Choose from the list, or specify IDs using an <a href="https://docs.n8n.io/code/expressions/">expression</a>',
};

export const SORT: INodeProperties = {
	displayName: 'Sort',
	name: 'sort',
	type: 'fixedCollection',
	typeOptions: { multipleValues: true, sortable: true },
	placeholder: 'Add Sort Rule',
	default: {},
	description:
		'In which order; left out, by {key}, and any other first column costs more and more with each page, as SuperOffice then goes through all earlier rows again',
	options: [
		{
			name: 'rule',
			displayName: 'Rule',
			values: [
				{
					displayName: 'Column Name or ID',
					name: 'column',
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
					description: 'Which end comes first',
				},
			],
		},
	],
};

/** Which columns come out, and their order. */
export const columnsForm = ({ archive }: EntityDefinition): INodeProperties[] => [
	{ ...COLUMNS, default: archive.columns },
	{ ...SORT, description: SORT.description?.replace('{key}', archive.key) },
];
