import type { INodeProperties } from 'n8n-workflow';

import { mapperFor, USE_TYPED } from '../../shared/customFields/mapper';
import { formOf } from '../../shared/fields/table';
import {
	appointmentFields,
	appointmentGroups,
} from '../../entities/appointment/appointment.fields';
import { CLEAR } from './clear';
import { JSON_PATCH } from './jsonPatch';

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
	description: 'How to say what the appointment holds',
};

export const JSON_BODY: INodeProperties = {
	displayName: 'JSON Body',
	name: 'jsonBody',
	type: 'json',
	typeOptions: { rows: 10 },
	default: '{\n  "Title": "My appointment"\n}',
	description: "The appointment as SuperOffice's JSON; it is sent as it is",
	hint: 'A date without a zone is read by SuperOffice in the SO-TimeZone of the options, which is UTC unless set',
	displayOptions: { show: { specifyBody: ['json'] } },
};

export const IGNORE_UNKNOWN: INodeProperties = {
	displayName: 'Ignore Unknown Fields',
	name: 'ignoreUnknownFields',
	type: 'boolean',
	default: false,
	description:
		'Whether to leave out fields of the item that are no properties of an appointment, rather than to stop',
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

/** How to say what changes: as for a new appointment, or by a JSON Patch. */
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

const PARTICIPANTS_REPLACED =
	'All who take part, the one who invites first; the list replaces the one that is there, where those who stay keep their answers';

const controls = formOf(appointmentFields, appointmentGroups).map((one) => showFor(one, 'fields'));
/** A control as it is for an appointment that is there. */
const forChange = (property: INodeProperties): INodeProperties =>
	property.name === 'participants'
		? { ...property, description: PARTICIPANTS_REPLACED }
		: without('appointmentId', property);

const controlsForChange = controls.map(forChange);
const useTyped = showFor(USE_TYPED, 'fields', 'autoMap');
const updateMapper = showFor(mapperFor('update'), 'fields', 'autoMap');

/** The parameters that say what a new appointment holds. */
export const givenForm: INodeProperties[] = [
	SPECIFY_BODY,
	JSON_BODY,
	IGNORE_UNKNOWN,
	...controls,
	useTyped,
	showFor(mapperFor('add'), 'fields', 'autoMap'),
	START_FROM_DEFAULTS,
];

/** Those of one that may be there already. */
export const upsertForm: INodeProperties[] = [
	SPECIFY_BODY,
	JSON_BODY,
	IGNORE_UNKNOWN,
	...controlsForChange,
	useTyped,
	updateMapper,
	START_FROM_DEFAULTS,
];

/** Those that say what of an appointment changes. */
export const changesForm: INodeProperties[] = [
	SPECIFY_CHANGES,
	JSON_BODY,
	JSON_PATCH,
	IGNORE_UNKNOWN,
	...controlsForChange,
	showFor(CLEAR, 'fields', 'autoMap'),
	useTyped,
	updateMapper,
];
