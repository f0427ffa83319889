import isObject from 'lodash/isObject';
import omit from 'lodash/omit';

import type { EntityDefinition } from '../../entities/entity';
import { FieldError } from '../../shared/fields/fieldKind';
import { parameterRef } from '../../shared/fields/parameterRef';
import { wireName } from '../../shared/fields/table';
import type { JsonObject } from '../../shared/json';
import type { RequestOptions } from '../../shared/options';
import type { ItemCall } from '../operation';
import { readCleared } from './clear';
import { bodyFromParameters } from './readBody';
import { JSON_BODY, SPECIFY_BODY } from './bodyForm';
import { readJsonBody, rejectOtherId, isEmptyBody } from './jsonBody';
import { readJsonPatch } from './jsonPatch';

/** Changes over the record's values, where SuperOffice takes a value as a whole only. */
async function overlaid(
	{ fields }: EntityDefinition,
	changes: JsonObject,
	readRecord: (select: string[]) => Promise<JsonObject>,
): Promise<JsonObject> {
	const parts = Object.entries(fields).filter(
		([name, { kind }]) => kind.overlay && isObject(changes[wireName(name)]),
	);
	if (parts.length === 0) return changes;
	const record = await readRecord(parts.map(([name]) => wireName(name)));
	const whole = parts.map(([name, { kind }]) => {
		const property = wireName(name);
		return [property, kind.overlay?.(record[property], changes[property])];
	});
	return { ...changes, ...(Object.fromEntries(whole) as JsonObject) };
}

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
	const given = {
		...omit(set, entity.id),
		...readCleared(call, own?.isOwn ? {} : set),
	} as JsonObject;
	const changes = await overlaid(entity, given, readRecord);
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
