import omit from 'lodash/omit';

import type { ItemCall } from '../../crud/operation';
import type { JsonObject } from '../../shared/json';
import type { RequestOptions } from '../../shared/options';
import type { BodySource } from '../entity';
import {
	dependsOnRecord,
	changedTimes,
	normalizeTimes,
	normalizeTimeChanges as agreeing,
	TIME_PROPERTIES,
} from './appointment.rules';
import { mergeParticipantStatus, rejectUnidentified } from './participants/mergeParticipantStatus';
import { participantsOf } from './participants/participantList';
import { isSameRule } from './series/sameRule';
import { toBaseZone, isRuleFromResponse } from './series/seriesZone';

const NO_TIMES_HINT =
	'Start or End was empty: SuperOffice chooses the time then. Give both to choose it yourself.';

/** A new appointment whose times and rule agree with each other, its rule's days in the base zone. */
export async function normalizeNew(
	call: ItemCall,
	options: RequestOptions,
	body: JsonObject,
	{ bodyMode, original }: BodySource,
): Promise<JsonObject> {
	const { zone } = options;
	if (bodyMode === 'autoMap') rejectUnidentified(body);
	if (!body.StartDate || !body.EndDate) call.hint(NO_TIMES_HINT);
	// A copy's whole days are those that its original has, in whichever zone.
	normalizeTimes(body, zone, original && changedTimes(body, original, zone));
	return isRuleFromResponse(call, bodyMode) ? body : await toBaseZone(call, options, body);
}

/** Changes that agree with each other and with the appointment, of which only what is needed is read. */
export async function normalizeChanges(
	call: ItemCall,
	options: RequestOptions,
	changes: JsonObject,
	{ bodyMode }: BodySource,
	readRecord: (select: string[]) => Promise<JsonObject>,
): Promise<JsonObject> {
	const people = participantsOf(changes).length > 0 ? ['Participants'] : [];
	const rule = changes.Recurrence === undefined ? [] : ['Recurrence'];
	const needed = [...(dependsOnRecord(changes) ? TIME_PROPERTIES : []), ...people, ...rule];
	if (needed.length === 0) return changes;
	const record = await readRecord(needed);
	const kept = mergeParticipantStatus(changes, record);
	const inItsZone = async (body: JsonObject) =>
		isRuleFromResponse(call, bodyMode) ? body : await toBaseZone(call, options, body, record);
	const isSame = isSameRule(await inItsZone(kept), record);
	const different = isSame ? (omit(kept, 'Recurrence') as JsonObject) : kept;
	return await inItsZone(agreeing(different, record, options.zone));
}
