import type { EntityDefinition } from '../entities/entity';
import type { EntityEvents, EventContext, EventId } from '../entities/entityEvents';
import { asRecord, type JsonObject } from '../shared/json';
import type { RecordEvent } from '../shared/events/event';

/**
 * What is an entity's own of its events.
 * @throws Error for an entity without events, which no trigger offers
 */
export function eventsOf({ name, events }: EntityDefinition): EntityEvents {
	if (events) return events;
	throw new Error(`There are no events of ${name}`);
}

/** What an event itself tells of its record, by its database columns. */
export function contextOfEvent(events: EntityEvents, { values, key }: RecordEvent): EventContext {
	const told = events.ids.filter(({ row }) => row in values);
	const ids = Object.fromEntries(told.map(({ name, row }) => [name, Number(values[row])]));
	return { ids, flags: events.flagsOfRow(values, ids, key) };
}

function idIn(entity: JsonObject, [property, key]: NonNullable<EventId['property']>): number {
	const value = entity[property];
	return Number((key === undefined ? value : asRecord(value)[key]) ?? 0);
}

/** The properties of an entity that its context is read from. */
export const contextProperties = ({ id, events }: EntityDefinition): string[] => [
	id,
	...(events?.flagProperties ?? []),
	...(events?.ids ?? []).flatMap(({ property }) => property?.slice(0, 1) ?? []),
];

/** What an answer tells. */
export function contextOfEntity(
	events: EntityEvents,
	entity: JsonObject,
	key: number,
): EventContext {
	const ids = events.ids.flatMap(({ name, property }) =>
		property ? [[name, idIn(entity, property)] as const] : [],
	);
	return { ids: Object.fromEntries(ids), flags: events.flagsOfEntity(entity, key) };
}
