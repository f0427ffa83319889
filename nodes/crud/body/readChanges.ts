import omit from 'lodash/omit';

import { FieldError } from '../../shared/fields/fieldKind';
import { parameterRef } from '../../shared/fields/parameterRef';
import type { JsonObject } from '../../shared/json';
import type { RequestOptions } from '../../shared/options';
import type { ItemCall } from '../operation';
import { readCleared } from './clear';
import { bodyFromParameters } from './readBody';
import { JSON_BODY, SPECIFY_BODY } from './bodyForm';
import { readJsonBody, rejectOtherId, isEmptyBody } from './jsonBody';
import { readJsonPatch } from './jsonPatch';

/**
 * The body for PATCH of the changes of an item: an object is merged into the record, a list is a
 * JSON Patch (SuperOffice's documentation of REST web services).
 * @param bodyMode how they are given
 * @param readRecord fetches properties of the record; called only if the changes need them
 * @returns JSON as it was written, or the properties that are set or cleared
 * @throws FieldError for a value that cannot be, NodeApiError where a name cannot be looked up
 */
export async function readChanges(
	call: ItemCall,
	options: RequestOptions,
	bodyMode: string,
	id: number,
	readRecord: (select: string[]) => Promise<JsonObject>,
): Promise<JsonObject | string> {
	const { entity } = call;
	if (bodyMode === 'jsonPatch') return readJsonPatch(call);
	if (bodyMode === 'json') {
		const text = readJsonBody(call);
		rejectOtherId(entity, JSON.parse(text) as JsonObject, id, parameterRef(JSON_BODY), []);
		return text;
	}
	const purpose = { id, demandsMandatory: false };
	const { body: set, own } = await bodyFromParameters(
		call,
		bodyMode === 'autoMap',
		options,
		purpose,
	);
	const changes = {
		...omit(set, entity.id),
		...readCleared(call, own?.isOwn ? {} : set),
	} as JsonObject;
	return (
		(await entity.normalizeChanges?.(call, options, changes, { bodyMode }, readRecord)) ?? changes
	);
}

/**
 * Fails for changes without content.
 * @throws FieldError for an object without a property, but for the record's number
 */
export function rejectEmptyChanges({ entity }: ItemCall, changes: JsonObject | string): void {
	const given = typeof changes === 'string' ? (JSON.parse(changes) as object) : changes;
	if (!isEmptyBody(entity, given)) return;
	const advice = 'Set or clear at least one property.';
	throw new FieldError(parameterRef(SPECIFY_BODY), 'there is nothing to update', advice);
}
