import type { IDataObject, INodeProperties } from 'n8n-workflow';

import type { ItemCall } from '../crud/operation';
import { getRecord } from '../crud/record';
import { readResponseOptions } from '../crud/responseOptions';
import type { EventContext } from '../entities/entityEvents';
import type { RecordEvent } from './recordEvent';
import { isOn } from '../shared/fields/parameterRef';
import { readOptions } from '../shared/options';
import { optionsForm } from '../shared/optionsForm';
import { outputOptions } from '../shared/output';
import { nullIfNotFound } from '../shared/transport/nullIfNotFound';
import {
	contextFromRecord,
	contextFromEvent,
	contextProperties,
	entityEvents,
} from './eventContext';
import { evaluateFilter, matchesFilter, readEventFilter } from './eventFilter';
import { changedProperties, toEventItem, isEventOf } from './eventOutput';

/** The switch to fetch the record as well. */
const FETCH: INodeProperties = {
	displayName: 'Fetch Record',
	name: 'fetchRecord',
	type: 'boolean',
	default: true,
	description:
		'Whether to add the current data of the {record} to the output, in the field record; null if it no longer exists',
};

/** Whether the record comes out as well, and how. */
export const fetchForm: INodeProperties[] = [
	FETCH,
	optionsForm(
		...outputOptions.map((property) => ({
			...property,
			displayOptions: { show: { ...property.displayOptions?.show, [`/${FETCH.name}`]: [true] } },
		})),
	),
];

/** Fetches the context of an event's record; undefined if the record no longer exists. */
export async function fetchEventContext(
	call: ItemCall,
	id: number,
): Promise<EventContext | undefined> {
	const { entity } = call;
	const options = readOptions(call.read, call.workflowZone);
	const errorNotes = { purpose: `looking at the ${entity.words.one} of the event` };
	const select = contextProperties(entity);
	const answer = await nullIfNotFound(getRecord(call, options, id, select, errorNotes));
	return answer === null ? undefined : contextFromRecord(entityEvents(entity), answer, id);
}

/** The context of an event, completed by a request. */
async function completeContext(
	call: ItemCall,
	event: RecordEvent,
	known: EventContext,
): Promise<EventContext> {
	const fetched = await fetchEventContext(call, event.key);
	if (!fetched) return known;
	const flags = Object.keys({ ...fetched.flags, ...known.flags }).map((flag) => [
		flag,
		known.flags[flag] ?? fetched.flags[flag],
	]);
	return {
		ids: { ...fetched.ids, ...known.ids },
		flags: Object.fromEntries(flags) as EventContext['flags'],
	};
}

/**
 * Adds the event's record to an item if the switch is on, shaped by the output parameters; null if
 * it no longer exists.
 * @param isGone whether the record is known to be deleted
 */
export async function withRecord(
	call: ItemCall,
	item: IDataObject,
	id: number,
	isGone = false,
): Promise<IDataObject> {
	const { entity, read } = call;
	if (!isOn(read, FETCH)) return item;
	if (isGone) return { ...item, record: null };
	const { options, output } = readResponseOptions(call);
	const errorNotes = { purpose: `getting the ${entity.words.one} of the event` };
	const select = output.query.$select?.split(',');
	const answer = await nullIfNotFound(getRecord(call, options, id, select, errorNotes));
	return { ...item, record: answer === null ? null : await output.shape(answer) };
}

/**
 * The output for an event: one item, or none if the filters do not match. What the filters need and
 * the event lacks is fetched.
 */
export async function completeEvent(
	call: ItemCall,
	event: RecordEvent,
): Promise<IDataObject | IDataObject[]> {
	const { entity, read } = call;
	const events = entityEvents(entity);
	const known = contextFromEvent(events, event);
	if (!isEventOf(events, event)) return toEventItem(entity, event, known);
	const filter = readEventFilter(entity, read);
	const changed = changedProperties(events, event);
	const isDeleted = /\.deleted$/i.test(event.name);
	const needsMore = evaluateFilter(filter, known, changed) === undefined && !isDeleted;
	const all = needsMore ? await completeContext(call, event, known) : known;
	if (!matchesFilter(filter, all, changed)) return [];
	return await withRecord(call, toEventItem(entity, event, all), event.key, isDeleted);
}
