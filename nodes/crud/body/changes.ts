import omit from 'lodash/omit';

import { FieldError } from '../../shared/fields/kind';
import { spotOf } from '../../shared/fields/parameter';
import type { JsonObject } from '../../shared/json';
import type { RequestOptions } from '../../shared/options';
import type { ItemCall } from '../operation';
import { readCleared } from './clear';
import { fromParameters } from './read';
import { JSON_BODY, SPECIFY_BODY } from './form';
import { readJsonBody, refuseOtherId, saysNothing } from './json';
import { readJsonPatch } from './jsonPatch';

/**
 * What an item changes of a record, ready for PATCH: an object is merged into the record, a
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
	const { entity } = call;
	if (kind === 'jsonPatch') return readJsonPatch(call);
	if (kind === 'json') {
		const text = readJsonBody(call);
		refuseOtherId(entity, JSON.parse(text) as JsonObject, id, spotOf(JSON_BODY), []);
		return text;
	}
	const purpose = { id, demandsMandatory: false };
	const { body: set, own } = await fromParameters(call, kind === 'autoMap', options, purpose);
	const changes = {
		...omit(set, entity.id),
		...readCleared(call, own?.isOwn ? {} : set),
	} as JsonObject;
	return (await entity.settleChanges?.(call, options, changes, { kind }, readRecord)) ?? changes;
}

/**
 * Refuses changes that change nothing, as a call with them would only look like one.
 * @throws FieldError for an object without a property, but for the record's number
 */
export function refuseNothing({ entity }: ItemCall, changes: JsonObject | string): void {
	const given = typeof changes === 'string' ? (JSON.parse(changes) as object) : changes;
	if (!saysNothing(entity, given)) return;
	const advice = 'Set or clear at least one property.';
	throw new FieldError(spotOf(SPECIFY_BODY), 'nothing is to change', advice);
}
