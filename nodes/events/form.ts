import sortBy from 'lodash/sortBy';
import type { INodeProperties } from 'n8n-workflow';

import { locator } from '../shared/fields/locator';
import { wireName } from '../shared/fields/table';
import { appointmentFields } from '../entities/appointment/appointment.fields';
import { CHANGEABLE } from '../entities/appointment/appointment.events';

/** The filters of an event, in the order of the form. Names would have to be looked up for each event. */
export const EVENT_FILTERS: INodeProperties = {
	displayName: 'Filters',
	name: 'filters',
	type: 'collection',
	placeholder: 'Add Filter',
	default: {},
	description:
		'What the appointments have to meet, all of it; what SuperOffice does not tell of an appointment meets nothing',
	options: [
		{
			displayName: 'Changed Fields',
			name: 'changedFields',
			type: 'multiOptions',
			options: sortBy(
				CHANGEABLE.map((name) => ({
					name: appointmentFields[name].label,
					value: wireName(name),
				})),
				({ name }) => name.toLowerCase(),
			),
			default: [],
			description: 'Fields of which one at least has to change; other events are not held to it',
		},
		{
			displayName: 'Company',
			name: 'contact',
			...locator('contact', {
				modes: [{ displayName: 'By ID', name: 'id', type: 'string', placeholder: 'e.g. 42' }],
			}),
			description: 'The company that the appointment is with',
		},
		{
			displayName: 'Owner Names or IDs',
			name: 'owners',
			type: 'multiOptions',
			typeOptions: { loadOptionsMethod: 'getOwners' },
			default: [],
			description:
				'Those whose diaries the appointment may be in, one of them. Choose from the list, or specify IDs using an <a href="https://docs.n8n.io/code/expressions/">expression</a>.',
		},
		{
			displayName: 'Task Names or IDs',
			name: 'tasks',
			type: 'multiOptions',
			typeOptions: { loadOptionsMethod: 'getTasks' },
			default: [],
			description:
				'The kinds of activity that it may be. Choose from the list, or specify IDs using an <a href="https://docs.n8n.io/code/expressions/">expression</a>.',
		},
	],
};

export const FOLD_COPIES: INodeProperties = {
	displayName: 'Fold Copies of a Meeting',
	name: 'foldCopies',
	type: 'boolean',
	default: false,
	description:
		"Whether a meeting with participants comes out once, as the one who invites has it; the copies in the participants' diaries, and their answers, then do not come out",
};

export const INCLUDE_DOCUMENTS: INodeProperties = {
	displayName: 'Include Documents',
	name: 'includeDocuments',
	type: 'boolean',
	default: false,
	description:
		'Whether documents come out as well, each of which SuperOffice also keeps as an entry among the appointments',
};
