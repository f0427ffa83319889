import omit from 'lodash/omit';

import { toJsonText } from '../../shared/fields/jsonObject';
import { spotOf } from '../../shared/fields/parameter';
import type { JsonObject } from '../../shared/json';
import type { RequestOptions } from '../../shared/options';
import type { ItemCall } from '../operation';
import { dependsOnRecord, settleChanges } from './body';
import { readCleared } from './clear';
import { fromParameters } from './given';
import { JSON_BODY } from './givenForm';
import { refuseOtherId } from './item';
import { readJsonPatch } from './patch';

/**
 * What an item changes of an appointment, ready for PATCH: an object is merged into the record, a
 * list is a JSON Patch (SuperOffice's documentation of REST web services).
 * @param kind how they are given
 * @param readRecord gives the record with its TIMES; asked only where the changes have to agree with it
 * @returns JSON as it was written, or the properties that are set or cleared
 * @throws FieldError for a value that cannot be, NodeApiError where a name cannot be looked up
 */
export async function readChanges(
	call: ItemCall,
	options: RequestOptions,
	kind: string,
	id: number,
	readRecord: () => Promise<JsonObject>,
): Promise<JsonObject | string> {
	const { read } = call;
	if (kind === 'jsonPatch') return readJsonPatch(read);
	if (kind === 'json') {
		const text = toJsonText(read(JSON_BODY.name), spotOf(JSON_BODY));
		refuseOtherId(JSON.parse(text) as JsonObject, id, spotOf(JSON_BODY));
		return text;
	}
	const purpose = { id, demandsMandatory: false };
	const set = await fromParameters(call, kind === 'autoMap', options, purpose);
	const changes = { ...omit(set, 'AppointmentId'), ...readCleared(read, set) } as JsonObject;
	if (!dependsOnRecord(changes)) return changes;
	return settleChanges(changes, await readRecord(), options.zone);
}
