import lowerFirst from 'lodash/lowerFirst';
import type { IDataObject, INodeProperties } from 'n8n-workflow';

import type { ItemCall } from '../crud/operation';
import { readEntity } from '../crud/record';
import { readOutcome } from '../crud/responseOptions';
import type { EntityDefinition } from '../entities/entity';
import type { EventContext } from '../entities/entityEvents';
import type { RecordEvent } from '../shared/events/event';
import { isOn } from '../shared/fields/parameter';
import { readOptions } from '../shared/options';
import { outputForm } from '../shared/output';
import { ifThere } from '../shared/transport/ifThere';
import { contextOfEntity, contextOfEvent, contextProperties, eventsOf } from './context';
import { judge, judgeFinally, readEventFilter } from './filter';
import { changesIn, eventItem, isAbout } from './output';

/** Whether the record comes out as well. */
const fetchControl = ({ name, label }: EntityDefinition): INodeProperties => ({
	displayName: `Fetch ${label}`,
	name: `fetch${name}`,
	type: 'boolean',
	default: false,
	description:
		'Whether to get the {record} as it is when the event is worked on; null where it is no longer there',
});

/** What the record looks like. */
export function fetchForm(entity: EntityDefinition): INodeProperties[] {
	const control = fetchControl(entity);
	return [
		control,
		...outputForm(entity).map((property) => ({
			...property,
			displayOptions: {
				show: { ...property.displayOptions?.show, [control.name]: [true] },
			},
		})),
	];
}

/** What SuperOffice tells of an event's record, undefined where it is no longer there. */
export async function askContext(call: ItemCall, id: number): Promise<EventContext | undefined> {
	const { entity } = call;
	const options = readOptions(call.read, call.workflowZone);
	const circumstances = { purpose: `looking at the ${entity.words.one} of the event` };
	const select = contextProperties(entity);
	const answer = await ifThere(readEntity(call, options, id, select, circumstances));
	return answer === null ? undefined : contextOfEntity(eventsOf(entity), answer, id);
}

/** What is known of an event's record once SuperOffice was asked, too. */
async function learned(
	call: ItemCall,
	event: RecordEvent,
	known: EventContext,
): Promise<EventContext> {
	const told = await askContext(call, event.key);
	if (!told) return known;
	const flags = Object.keys({ ...told.flags, ...known.flags }).map((flag) => [
		flag,
		known.flags[flag] ?? told.flags[flag],
	]);
	return {
		ids: { ...told.ids, ...known.ids },
		flags: Object.fromEntries(flags) as EventContext['flags'],
	};
}

/**
 * An item with the event's record, where that is wished for, as the output parameters say; null where it
 * is no longer there.
 * @param isGone whether nothing has to be asked for that
 */
export async function withRecord(
	call: ItemCall,
	item: IDataObject,
	id: number,
	isGone = false,
): Promise<IDataObject> {
	const { entity, read } = call;
	if (!isOn(read, fetchControl(entity))) return item;
	const key = lowerFirst(entity.name);
	if (isGone) return { ...item, [key]: null };
	const { options, output } = readOutcome(call);
	const circumstances = { purpose: `getting the ${entity.words.one} of the event` };
	const select = output.query.$select?.split(',');
	const answer = await ifThere(readEntity(call, options, id, select, circumstances));
	return { ...item, [key]: answer === null ? null : await output.shape(answer) };
}

/**
 * What comes out for an event, with the record where that is wished for: one item, or none where the
 * filters leave it out. SuperOffice is asked for what they have to know and the event does not tell.
 */
export async function completeEvent(
	call: ItemCall,
	event: RecordEvent,
): Promise<IDataObject | IDataObject[]> {
	const { entity, read } = call;
	const events = eventsOf(entity);
	const known = contextOfEvent(events, event);
	if (!isAbout(events, event)) return eventItem(entity, event, known);
	const filter = readEventFilter(entity, read);
	const changed = changesIn(events, event);
	const isDeleted = /\.deleted$/i.test(event.name);
	const needsMore = judge(filter, known, changed) === undefined && !isDeleted;
	const all = needsMore ? await learned(call, event, known) : known;
	if (!judgeFinally(filter, all, changed)) return [];
	return await withRecord(call, eventItem(entity, event, all), event.key, isDeleted);
}
