import sortBy from 'lodash/sortBy';
import type { INodeProperties } from 'n8n-workflow';

import type { EntityDefinition } from '../entities/entity';
import { fetchForm } from '../events/completeEvent';
import { entityEvents } from '../events/eventContext';
import { eventFiltersControl } from '../events/eventFilterForm';
import { withEntityWords } from '../SuperOffice/entityWords';
import { FieldError } from '../shared/fields/fieldKind';
import { parameterRef } from '../shared/fields/parameterRef';

const EVENTS: INodeProperties = {
	displayName: 'Events',
	name: 'events',
	type: 'multiOptions',
	default: [],
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

/** Labels of the events, by the last part of the event name. */
const EVENT_TYPES = { created: 'Created', changed: 'Changed', deleted: 'Deleted' };

function eventsControl(entity: EntityDefinition): INodeProperties {
	const { name } = entityEvents(entity);
	const options = Object.entries(EVENT_TYPES).map(([end, done]) => ({
		name: `${entity.label} ${done}`,
		value: `${name}.${end}`,
	}));
	return {
		...EVENTS,
		options: sortBy(options, 'name'),
		default: options.map(({ value }) => value),
	};
}

/** The trigger's own part of the form. */
export const triggerForm = (entity: EntityDefinition): INodeProperties[] =>
	withEntityWords(entity, [
		eventsControl(entity),
		OTHER_EVENTS,
		eventFiltersControl(entity),
		...entityEvents(entity).switches.map(({ control }) => control),
		...fetchForm(entity),
	]);

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
	throw new FieldError(parameterRef(EVENTS), 'names no event', 'Choose one at least.');
}
