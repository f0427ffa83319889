import omit from 'lodash/omit';
import type { INodeProperties } from 'n8n-workflow';

import type { EntityDefinition } from '../../entities/entity';
import { mapperControl } from '../../shared/customFields/mapper';
import { tableForm, type FieldTable } from '../../shared/fields/table';
import { option } from '../../shared/optionsForm';
import { targetRef } from '../target';
import { clearControl } from './clear';
import { jsonPatchControl } from './jsonPatch';

export const SPECIFY_BODY: INodeProperties = {
	displayName: 'Specify Body',
	name: 'specifyBody',
	type: 'options',
	options: [
		{
			name: 'Map Automatically',
			value: 'autoMap',
			description: 'Use the input fields that have the same names as properties of {a record}',
		},
		{ name: 'Using Fields Below', value: 'fields', description: 'Fill in a form' },
		{
			name: 'Using JSON',
			value: 'json',
			description: "Write the request body as SuperOffice's JSON",
		},
	],
	default: 'fields',
	description: "How to provide the {record}'s data",
};

export const JSON_BODY: INodeProperties = {
	displayName: 'JSON Body',
	name: 'jsonBody',
	type: 'json',
	typeOptions: { rows: 10 },
	default: '{}',
	description: "The {record} as SuperOffice's JSON, sent unchanged",
	hint: 'Dates without an offset are read in the time zone of Options → SO-TimeZone (default UTC)',
	displayOptions: { show: { specifyBody: ['json'] } },
};

export const IGNORE_UNKNOWN = option({
	displayName: 'Ignore Unknown Fields',
	name: 'ignoreUnknownFields',
	type: 'boolean',
	default: false,
	description:
		'Whether to ignore input fields that are not properties of {a record} instead of failing',
	displayOptions: { show: { '/specifyBody': ['autoMap'] } },
});

export const START_FROM_DEFAULTS = option({
	displayName: "Start From SuperOffice's Defaults",
	name: 'startFromDefaults',
	type: 'boolean',
	default: false,
	description:
		"Whether to fill in what you leave out from SuperOffice's defaults and preferences for the type and owner",
});

const showForBodies = (property: INodeProperties, ...bodies: string[]): INodeProperties => ({
	...property,
	displayOptions: { show: { ...property.displayOptions?.show, specifyBody: bodies } },
});

/** Specify Body for changes: with JSON Patch as a further mode. */
const SPECIFY_CHANGES: INodeProperties = {
	...SPECIFY_BODY,
	options: [
		...(SPECIFY_BODY.options ?? []),
		{
			name: 'Using JSON Patch',
			value: 'jsonPatch',
			description: 'Write a list of JSON Patch operations',
		},
	],
	description: 'How to provide the changes; omitted fields are not changed',
};

const jsonBody = ({ example }: EntityDefinition): INodeProperties => ({
	...JSON_BODY,
	default: JSON.stringify(example, null, 2),
});

const fieldControls = (fields: FieldTable) =>
	tableForm(fields).map((one) => showForBodies(one, 'fields'));

/** The field controls for an existing record. */
function updateControls(entity: EntityDefinition): INodeProperties[] {
	const fields = omit(entity.fields, targetRef(entity).parameter);
	return fieldControls(fields).map((one) => entity.adaptForUpdate?.(one) ?? one);
}

const mapper = showForBodies(mapperControl, 'fields', 'autoMap');

/** Options of how a new record is given. */
export const newRecordOptions = [START_FROM_DEFAULTS, IGNORE_UNKNOWN];

/** The body parameters of Create. */
export const createForm = (entity: EntityDefinition): INodeProperties[] => [
	SPECIFY_BODY,
	jsonBody(entity),
	...fieldControls(entity.fields),
	mapper,
];

/** The body parameters of Create or Update. */
export const upsertForm = (entity: EntityDefinition): INodeProperties[] => [
	SPECIFY_BODY,
	jsonBody(entity),
	...updateControls(entity),
	mapper,
];

/** The body parameters of Update. */
export const updateForm = (entity: EntityDefinition): INodeProperties[] => [
	SPECIFY_CHANGES,
	jsonBody(entity),
	jsonPatchControl(entity),
	...updateControls(entity),
	showForBodies(clearControl(entity), 'fields', 'autoMap'),
	mapper,
];
