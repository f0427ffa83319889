import type { INodeProperties } from 'n8n-workflow';

import type { EntityDefinition } from '../../entities/entity';
import { mapperFor, USE_TYPED } from '../../shared/customFields/mapper';
import { formOf } from '../../shared/fields/table';
import { targetSpot } from '../target';
import { clearControl } from './clear';
import { jsonPatch } from './jsonPatch';

export const SPECIFY_BODY: INodeProperties = {
	displayName: 'Specify Body',
	name: 'specifyBody',
	type: 'options',
	options: [
		{
			name: 'Map Automatically',
			value: 'autoMap',
			description: "Take the incoming item's fields that have the names of properties",
		},
		{ name: 'Using Fields Below', value: 'fields', description: 'Fill in a form' },
		{ name: 'Using JSON', value: 'json', description: "Give SuperOffice's own JSON" },
	],
	default: 'fields',
	description: 'How to say what the {record} holds',
};

export const JSON_BODY: INodeProperties = {
	displayName: 'JSON Body',
	name: 'jsonBody',
	type: 'json',
	typeOptions: { rows: 10 },
	default: '{}',
	description: "The {record} as SuperOffice's JSON; it is sent as it is",
	hint: 'A date without a zone is read by SuperOffice in the SO-TimeZone of the options, which is UTC unless set',
	displayOptions: { show: { specifyBody: ['json'] } },
};

export const IGNORE_UNKNOWN: INodeProperties = {
	displayName: 'Ignore Unknown Fields',
	name: 'ignoreUnknownFields',
	type: 'boolean',
	default: false,
	description:
		'Whether to leave out fields of the item that are no properties of {a record}, rather than to stop',
	displayOptions: { show: { specifyBody: ['autoMap'] } },
};

export const START_FROM_DEFAULTS: INodeProperties = {
	displayName: "Start From SuperOffice's Defaults",
	name: 'startFromDefaults',
	type: 'boolean',
	default: false,
	description:
		"Whether to fill in what you do not set by SuperOffice's defaults and preferences for the type and owner",
};

const showFor = (property: INodeProperties, ...bodies: string[]): INodeProperties => ({
	...property,
	displayOptions: { show: { ...property.displayOptions?.show, specifyBody: bodies } },
});

/** How to say what changes: as for a new record, or by a JSON Patch. */
const SPECIFY_CHANGES: INodeProperties = {
	...SPECIFY_BODY,
	options: [
		...(SPECIFY_BODY.options ?? []),
		{
			name: 'Using JSON Patch',
			value: 'jsonPatch',
			description: 'Give a list of operations, for experts',
		},
	],
	description: 'How to say what changes; what you do not give stays as it is',
};

/** A control without one of the fields that its group offers. */
const without = (name: string, property: INodeProperties): INodeProperties => {
	const options = property.options ?? [];
	const others = options.filter((option) => option.name !== name);
	return others.length < options.length ? { ...property, options: others } : property;
};

const jsonBody = ({ example }: EntityDefinition): INodeProperties => ({
	...JSON_BODY,
	default: JSON.stringify(example, null, 2),
});

const controlsOf = ({ fields, groups }: EntityDefinition) =>
	formOf(fields, groups).map((one) => showFor(one, 'fields'));

/** The controls as they are for a record that is there. */
function controlsForChange(entity: EntityDefinition): INodeProperties[] {
	const { parameter: number } = targetSpot(entity);
	return controlsOf(entity).map((one) => without(number, entity.forChange?.(one) ?? one));
}

const useTyped = showFor(USE_TYPED, 'fields', 'autoMap');
const updateMapper = showFor(mapperFor('update'), 'fields', 'autoMap');

const startFromDefaults = ({ overDefaults }: EntityDefinition) =>
	overDefaults ? [START_FROM_DEFAULTS] : [];

/** The parameters that say what a new record holds. */
export const createForm = (entity: EntityDefinition): INodeProperties[] => [
	SPECIFY_BODY,
	jsonBody(entity),
	IGNORE_UNKNOWN,
	...controlsOf(entity),
	useTyped,
	showFor(mapperFor('add'), 'fields', 'autoMap'),
	...startFromDefaults(entity),
];

/** Those of one that may be there already. */
export const upsertForm = (entity: EntityDefinition): INodeProperties[] => [
	SPECIFY_BODY,
	jsonBody(entity),
	IGNORE_UNKNOWN,
	...controlsForChange(entity),
	useTyped,
	updateMapper,
	...startFromDefaults(entity),
];

/** Those that say what of a record changes. */
export const updateForm = (entity: EntityDefinition): INodeProperties[] => [
	SPECIFY_CHANGES,
	jsonBody(entity),
	jsonPatch(entity),
	IGNORE_UNKNOWN,
	...controlsForChange(entity),
	showFor(clearControl(entity), 'fields', 'autoMap'),
	useTyped,
	updateMapper,
];
