import uniq from 'lodash/uniq';
import pickBy from 'lodash/pickBy';
import type { IDataObject } from 'n8n-workflow';

import type { EntityDefinition } from '../entities/entity';
import type { EntityEvents, EventContext } from '../entities/entityEvents';
import type { RecordEvent } from './recordEvent';
import { wireName } from '../shared/fields/table';
import { entityEvents } from './eventContext';

/** Whether an event is one of the entity. */
export const isEventOf = ({ name }: EntityEvents, { entity }: RecordEvent): boolean =>
	entity.toLowerCase() === name;

/** Changed columns by the names of the properties, such as `StartDate`; unknown ones as they are. */
export const propertiesOfColumns = ({ columns }: EntityEvents, changed: string[]): string[] =>
	uniq(
		changed.map((column) => (Object.hasOwn(columns, column) ? wireName(columns[column]) : column)),
	);

/** The changed properties of a change; undefined for creation and deletion. */
export const changedProperties = (
	events: EntityEvents,
	{ name, columns }: RecordEvent,
): string[] | undefined =>
	/\.changed$/i.test(name) ? propertiesOfColumns(events, columns) : undefined;

/** The item of an event: event, time, user, changed fields and IDs; IDs of 0 are omitted. */
export function toEventItem(
	entity: EntityDefinition,
	event: RecordEvent,
	context: EventContext,
): IDataObject {
	const { name, id, time, changedBy: who, tenant, key, columns, values } = event;
	const events = entityEvents(entity);
	const happened = { event: name, eventId: id, time, changedBy: who, tenant };
	if (!isEventOf(events, event)) {
		return { ...happened, changedFields: columns, entity: event.entity, id: key, values };
	}
	const ids = pickBy(context.ids, (number) => number > 0);
	const changedFields = propertiesOfColumns(events, columns);
	return { ...happened, changedFields, [entity.id]: key, ...ids };
}
