import omit from 'lodash/omit';

import type { ItemCall } from '../../crud/operation';
import type { JsonObject } from '../../shared/json';
import type { RequestOptions } from '../../shared/options';
import type { Given } from '../entity';
import {
	dependsOnRecord,
	different,
	settle,
	settleChanges as agreeing,
	TIMES,
} from './appointment.rules';
import { keepAnswers, refuseNobody } from './participants/keepAnswers';
import { participantsOf } from './participants/participantList';
import { isSameRule } from './series/sameRule';
import { inBaseZone, isAnswered } from './series/seriesZone';

/** A new appointment whose times and rule agree with each other, its rule's days in the base zone. */
export async function settleNew(
	call: ItemCall,
	options: RequestOptions,
	body: JsonObject,
	{ kind, original }: Given,
): Promise<JsonObject> {
	const { zone } = options;
	if (kind === 'autoMap') refuseNobody(body);
	// A copy's whole days are those that its original has, in whichever zone.
	settle(body, zone, original && different(body, original, zone));
	return isAnswered(call, kind) ? body : await inBaseZone(call, options, body);
}

/** Changes that agree with each other and with the appointment, of which only what is needed is read. */
export async function settleChanges(
	call: ItemCall,
	options: RequestOptions,
	changes: JsonObject,
	{ kind }: Given,
	readRecord: (select: string[]) => Promise<JsonObject>,
): Promise<JsonObject> {
	const people = participantsOf(changes).length > 0 ? ['Participants'] : [];
	const rule = changes.Recurrence === undefined ? [] : ['Recurrence'];
	const needed = [...(dependsOnRecord(changes) ? TIMES : []), ...people, ...rule];
	if (needed.length === 0) return changes;
	const record = await readRecord(needed);
	const kept = keepAnswers(changes, record);
	const inItsZone = async (body: JsonObject) =>
		isAnswered(call, kind) ? body : await inBaseZone(call, options, body, record);
	const isSame = isSameRule(await inItsZone(kept), record);
	const different = isSame ? (omit(kept, 'Recurrence') as JsonObject) : kept;
	return await inItsZone(agreeing(different, record, options.zone));
}
