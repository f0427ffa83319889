import omit from 'lodash/omit';

import { FieldError } from '../../shared/fields/kind';
import { spotOf } from '../../shared/fields/parameter';
import type { JsonObject } from '../../shared/json';
import type { RequestOptions } from '../../shared/options';
import type { ItemCall } from '../operation';
import {
	dependsOnRecord,
	settleChanges,
	TIMES,
} from '../../entities/appointment/appointment.rules';
import { readCleared } from './clear';
import { fromParameters } from './read';
import { JSON_BODY, SPECIFY_BODY } from './form';
import { readJsonBody, refuseOtherId, saysNothing } from './json';
import { keepAnswers } from '../../entities/appointment/participants/keepAnswers';
import { readJsonPatch } from './jsonPatch';
import { participantsOf } from '../../entities/appointment/participants/participantList';
import { isSameRule } from '../../entities/appointment/series/sameRule';
import { inBaseZone, isAnswered } from '../../entities/appointment/series/seriesZone';

/**
 * What an item changes of an appointment, ready for PATCH: an object is merged into the record, a
 * list is a JSON Patch (SuperOffice's documentation of REST web services).
 * @param kind how they are given
 * @param readRecord gives these properties of the record; asked only where the changes need them
 * @returns JSON as it was written, or the properties that are set or cleared
 * @throws FieldError for a value that cannot be, NodeApiError where a name cannot be looked up
 */
export async function readChanges(
	call: ItemCall,
	options: RequestOptions,
	kind: string,
	id: number,
	readRecord: (select: string[]) => Promise<JsonObject>,
): Promise<JsonObject | string> {
	const { read } = call;
	if (kind === 'jsonPatch') return readJsonPatch(read);
	if (kind === 'json') {
		const text = readJsonBody(read);
		refuseOtherId(JSON.parse(text) as JsonObject, id, spotOf(JSON_BODY), []);
		return text;
	}
	const purpose = { id, demandsMandatory: false };
	const { body: set, isOwn } = await fromParameters(call, kind === 'autoMap', options, purpose);
	const changes = {
		...omit(set, 'AppointmentId'),
		...readCleared(read, isOwn ? {} : set),
	} as JsonObject;
	const people = participantsOf(changes).length > 0 ? ['Participants'] : [];
	const rule = changes.Recurrence === undefined ? [] : ['Recurrence'];
	const needed = [...(dependsOnRecord(changes) ? TIMES : []), ...people, ...rule];
	if (needed.length === 0) return changes;
	const record = await readRecord(needed);
	const kept = keepAnswers(changes, record);
	const inItsZone = async (entity: JsonObject) =>
		isAnswered(call, kind) ? entity : await inBaseZone(call, options, entity, record);
	const isSame = isSameRule(await inItsZone(kept), record);
	const different = isSame ? (omit(kept, 'Recurrence') as JsonObject) : kept;
	return await inItsZone(settleChanges(different, record, options.zone));
}

/**
 * Refuses changes that change nothing, as a call with them would only look like one.
 * @throws FieldError for an object without a property, but for the appointment's number
 */
export function refuseNothing(changes: JsonObject | string): void {
	const given = typeof changes === 'string' ? (JSON.parse(changes) as object) : changes;
	if (!saysNothing(given)) return;
	const advice = 'Set or clear at least one property.';
	throw new FieldError(spotOf(SPECIFY_BODY), 'nothing is to change', advice);
}
