import type { IDataObject, INodeProperties } from 'n8n-workflow';

import type { RecordEvent } from '../shared/events/event';
import { isOn } from '../shared/fields/parameter';
import { readOptions } from '../shared/options';
import { outputProperties } from '../shared/output';
import { ifThere } from '../shared/transport/ifThere';
import type { ItemCall } from '../crud/operation';
import { readOutcome } from '../crud/responseOptions';
import { readEntity } from '../crud/record';
import { FACT_PROPERTIES, factsOfEntity, type Facts } from './context';
import { judge, judgeFinally, readEventFilter } from './filter';
import { changesIn, eventItem, factsOf, isActivity } from './output';

export const FETCH_APPOINTMENT: INodeProperties = {
	displayName: 'Fetch Appointment',
	name: 'fetchAppointment',
	type: 'boolean',
	default: false,
	description:
		'Whether to get the appointment as it is when the event is worked on; null where it is no longer there',
};

/** What the appointment looks like. */
export const fetchForm: INodeProperties[] = [
	FETCH_APPOINTMENT,
	...outputProperties.map((property) => ({
		...property,
		displayOptions: {
			show: { ...property.displayOptions?.show, [FETCH_APPOINTMENT.name]: [true] },
		},
	})),
];

/** What SuperOffice tells of an event's appointment, undefined where it is no longer there. */
export async function askFacts(call: ItemCall, id: number): Promise<Facts | undefined> {
	const options = readOptions(call.read, call.workflowZone);
	const circumstances = { purpose: 'looking at the appointment of the event' };
	const entity = await ifThere(readEntity(call, options, id, FACT_PROPERTIES, circumstances));
	return entity === null ? undefined : factsOfEntity(entity);
}

/** What is known of an event's appointment once SuperOffice was asked, too. */
async function factsFrom(call: ItemCall, event: RecordEvent, known: Facts): Promise<Facts> {
	const told = await askFacts(call, event.key);
	if (!told) return known;
	return {
		isDocument: known.isDocument ?? told.isDocument,
		isCopy: known.isCopy ?? told.isCopy,
		ids: { ...told.ids, ...known.ids },
	};
}

/** An event's appointment as the output parameters wish it, null where it is no longer there. */
export async function fetchAppointment(call: ItemCall, id: number): Promise<IDataObject | null> {
	const { options, output } = readOutcome(call);
	const circumstances = { purpose: 'getting the appointment of the event' };
	const select = output.query.$select?.split(',');
	const entity = await ifThere(readEntity(call, options, id, select, circumstances));
	return entity === null ? null : await output.shape(entity);
}

/**
 * What comes out for an event, with the appointment where that is wished for: one item, or none where
 * the filters leave it out. SuperOffice is asked for what they have to know and the event does not tell.
 */
export async function completeEvent(
	call: ItemCall,
	event: RecordEvent,
): Promise<IDataObject | IDataObject[]> {
	const known = factsOf(event);
	if (!isActivity(event)) return eventItem(event, known);
	const filter = readEventFilter(call.read);
	const changed = changesIn(event);
	const isDeleted = /\.deleted$/i.test(event.name);
	const needsMore = judge(filter, known, changed) === undefined && !isDeleted;
	const facts = needsMore ? await factsFrom(call, event, known) : known;
	if (!judgeFinally(filter, facts, changed)) return [];
	const item = eventItem(event, facts);
	if (!isOn(call.read, FETCH_APPOINTMENT)) return item;
	return { ...item, appointment: isDeleted ? null : await fetchAppointment(call, event.key) };
}
