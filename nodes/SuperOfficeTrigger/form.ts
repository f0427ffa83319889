import uniq from 'lodash/uniq';
import type { INodeProperties } from 'n8n-workflow';

import type { EntityDefinition } from '../entities/entity';
import { fetchForm } from '../events/completeEvent';
import { entityEvents } from '../events/eventContext';
import { eventFiltersControl } from '../events/eventFilterForm';
import { EVENTS, eventsControl, namesIn, rejectNoEvents } from '../events/eventsControl';
import { withEntityWords } from '../SuperOffice/entityWords';

const OTHER_EVENTS: INodeProperties = {
	displayName: 'Other Event Names or IDs',
	name: 'otherEvents',
	type: 'multiOptions',
	typeOptions: { loadOptionsMethod: 'getEventNames' },
	default: [],
	description:
		'Other events that start the workflow, which filters do not apply to. Choose from the list, or specify IDs using an <a href="https://docs.n8n.io/code/expressions/">expression</a>.',
};

/** The trigger's own part of the form. */
export const triggerForm = (entity: EntityDefinition): INodeProperties[] =>
	withEntityWords(entity, [
		eventsControl(entity, ['created', 'deleted', 'changed']),
		OTHER_EVENTS,
		eventFiltersControl(entity),
		...entityEvents(entity).switches.map(({ control }) => control),
		...fetchForm,
	]);

/**
 * SuperOffice's names of the chosen events, once each.
 * @throws FieldError for none
 */
export function readEvents(read: (parameter: string) => unknown): string[] {
	const names = uniq([...namesIn(read(EVENTS.name)), ...namesIn(read(OTHER_EVENTS.name))]);
	rejectNoEvents(names);
	return names;
}
