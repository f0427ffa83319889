import pickBy from 'lodash/pickBy';
import type { IDataObject } from 'n8n-workflow';

import type { RecordEvent } from '../shared/events/event';
import { propertiesOf } from '../entities/appointment/appointment.events';
import { factsOfRow, type Facts } from './context';

/** Whether an event is about an appointment, or the entry that a document has among them. */
export const isActivity = ({ entity }: RecordEvent): boolean => entity.toLowerCase() === 'activity';

/** What an event itself tells of its appointment. */
export const factsOf = ({ values, key }: RecordEvent): Facts => factsOfRow(values, key);

/** The properties of which one at least may be asked for; undefined for what creates or deletes. */
export const changesIn = ({ name, columns }: RecordEvent): string[] | undefined =>
	/\.changed$/i.test(name) ? propertiesOf(columns) : undefined;

/** The item of an event: what happened, when, by whom, what changed, and numbers. What is none is left out. */
export function eventItem(event: RecordEvent, facts: Facts): IDataObject {
	const { name, id, time, changedBy: who, tenant, entity, key, columns, values } = event;
	const happened = { event: name, eventId: id, time, changedBy: who, tenant };
	if (!isActivity(event)) return { ...happened, changedFields: columns, entity, id: key, values };
	const ids = pickBy(facts.ids, (number) => number > 0);
	return { ...happened, changedFields: propertiesOf(columns), AppointmentId: key, ...ids };
}
