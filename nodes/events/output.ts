import uniq from 'lodash/uniq';
import pickBy from 'lodash/pickBy';
import type { IDataObject } from 'n8n-workflow';

import type { EntityDefinition } from '../entities/entity';
import type { EntityEvents, EventContext } from '../entities/entityEvents';
import type { RecordEvent } from '../shared/events/event';
import { wireName } from '../shared/fields/table';
import { eventsOf } from './context';

/** Whether an event is about a record of the entity. */
export const isAbout = ({ name }: EntityEvents, { entity }: RecordEvent): boolean =>
	entity.toLowerCase() === name;

/** Changed columns by the names of the properties, such as `StartDate`; unknown ones as they are. */
export const propertiesOf = ({ columns }: EntityEvents, changed: string[]): string[] =>
	uniq(
		changed.map((column) => (Object.hasOwn(columns, column) ? wireName(columns[column]) : column)),
	);

/** The properties of which one at least may be asked for; undefined for what creates or deletes. */
export const changesIn = (
	events: EntityEvents,
	{ name, columns }: RecordEvent,
): string[] | undefined => (/\.changed$/i.test(name) ? propertiesOf(events, columns) : undefined);

/** The item of an event: what happened, when, by whom, what changed, and numbers. What is none is left out. */
export function eventItem(
	entity: EntityDefinition,
	event: RecordEvent,
	context: EventContext,
): IDataObject {
	const { name, id, time, changedBy: who, tenant, key, columns, values } = event;
	const events = eventsOf(entity);
	const happened = { event: name, eventId: id, time, changedBy: who, tenant };
	if (!isAbout(events, event)) {
		return { ...happened, changedFields: columns, entity: event.entity, id: key, values };
	}
	const ids = pickBy(context.ids, (number) => number > 0);
	const changedFields = propertiesOf(events, columns);
	return { ...happened, changedFields, [entity.id]: key, ...ids };
}
