import type { INodeProperties } from 'n8n-workflow';

import type { EntityDefinition } from '../entities/entity';
import { FieldError } from '../shared/fields/fieldKind';
import { parameterRef } from '../shared/fields/parameterRef';
import { entityEvents } from './eventContext';

/** What people call the events, by the last part of SuperOffice's name for them. */
const LABELS = { created: 'Created', deleted: 'Deleted', changed: 'Updated' };

export type EventType = keyof typeof LABELS;

/** The control of the events that start the workflow. */
export const EVENTS: INodeProperties = {
	displayName: 'Events',
	name: 'events',
	type: 'multiOptions',
	default: [],
	description: 'Events that start the workflow',
};

/** SuperOffice's name for an event of an entity, such as `activity.changed`. */
export const eventName = (entity: EntityDefinition, type: EventType): string =>
	`${entityEvents(entity).name}.${type}`;

/** Offers these events of an entity, in the order of their labels, and starts with all of them. */
export function eventsControl(entity: EntityDefinition, types: EventType[]): INodeProperties {
	const options = types.map((type) => ({
		name: `${entity.label} ${LABELS[type]}`,
		value: eventName(entity, type),
	}));
	return { ...EVENTS, options, default: options.map(({ value }) => value) };
}

/** The names in a list, or in text with commas between them. */
export const namesIn = (given: unknown): string[] =>
	(Array.isArray(given) ? given.map(String) : String(given ?? '').split(','))
		.map((name) => name.trim())
		.filter((name) => name !== '');

/** @throws FieldError for no event */
export function rejectNoEvents(names: string[]): void {
	if (names.length > 0) return;
	throw new FieldError(parameterRef(EVENTS), 'is empty', 'Choose at least one event.');
}
