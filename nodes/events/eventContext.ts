import type { EntityDefinition } from '../entities/entity';
import type { EntityEvents, EventContext, EventId } from '../entities/entityEvents';
import { asRecord, type JsonObject } from '../shared/json';
import type { RecordEvent } from './recordEvent';

/**
 * The entity's definition of events.
 * @throws Error for an entity without events, which no trigger offers
 */
export function entityEvents({ name, events }: EntityDefinition): EntityEvents {
	if (events) return events;
	throw new Error(`There are no events of ${name}`);
}

/** The context of a record as far as the event has it. */
export function contextFromEvent(events: EntityEvents, { values, key }: RecordEvent): EventContext {
	const known = events.ids.filter(({ databaseColumn }) => databaseColumn in values);
	const ids = Object.fromEntries(
		known.map(({ name, databaseColumn }) => [name, Number(values[databaseColumn])]),
	);
	return { ids, flags: events.flagsFromRow(values, ids, key) };
}

function referencedId(
	entity: JsonObject,
	[property, key]: NonNullable<EventId['property']>,
): number {
	const value = entity[property];
	return Number((key === undefined ? value : asRecord(value)[key]) ?? 0);
}

/** The properties that the context is read from. */
export const contextProperties = ({ id, events }: EntityDefinition): string[] => [
	id,
	...(events?.flagProperties ?? []),
	...(events?.ids ?? []).flatMap(({ property }) => property?.slice(0, 1) ?? []),
];

/** The context of a record as a response has it. */
export function contextFromRecord(
	events: EntityEvents,
	entity: JsonObject,
	key: number,
): EventContext {
	const ids = events.ids.flatMap(({ name, property }) =>
		property ? [[name, referencedId(entity, property)] as const] : [],
	);
	return { ids: Object.fromEntries(ids), flags: events.flagsFromRecord(entity, key) };
}
