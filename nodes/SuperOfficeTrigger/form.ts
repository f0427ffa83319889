import type { INodeProperties } from 'n8n-workflow';

import { fetchForm } from '../events/complete';
import { EVENT_FILTERS, FOLD_COPIES, INCLUDE_DOCUMENTS } from '../events/form';
import { FieldError } from '../shared/fields/kind';
import { spotOf } from '../shared/fields/parameter';
import { optionsProperty } from '../shared/optionsForm';

const EVENTS: INodeProperties = {
	displayName: 'Events',
	name: 'events',
	type: 'multiOptions',
	options: [
		{ name: 'Appointment Changed', value: 'activity.changed' },
		{ name: 'Appointment Created', value: 'activity.created' },
		{ name: 'Appointment Deleted', value: 'activity.deleted' },
	],
	default: ['activity.created', 'activity.changed', 'activity.deleted'],
	description: 'What starts the workflow',
};

const OTHER_EVENTS: INodeProperties = {
	displayName: 'Other Event Names or IDs',
	name: 'otherEvents',
	type: 'multiOptions',
	typeOptions: { loadOptionsMethod: 'getEventNames' },
	default: [],
	description:
		'Further events of your tenant that start the workflow; filters are not for them. Choose from the list, or specify IDs using an <a href="https://docs.n8n.io/code/expressions/">expression</a>.',
};

/** The trigger's own part of the form. */
export const triggerForm: INodeProperties[] = [
	EVENTS,
	OTHER_EVENTS,
	EVENT_FILTERS,
	FOLD_COPIES,
	INCLUDE_DOCUMENTS,
	...fetchForm,
	optionsProperty,
];

const namesIn = (given: unknown): string[] =>
	(Array.isArray(given) ? given.map(String) : String(given ?? '').split(','))
		.map((name) => name.trim())
		.filter((name) => name !== '');

/**
 * SuperOffice's names of the chosen events, once each.
 * @throws FieldError for none
 */
export function readEvents(read: (parameter: string) => unknown): string[] {
	const names = new Set([...namesIn(read(EVENTS.name)), ...namesIn(read(OTHER_EVENTS.name))]);
	if (names.size > 0) return [...names];
	throw new FieldError(spotOf(EVENTS), 'names no event', 'Choose one at least.');
}
