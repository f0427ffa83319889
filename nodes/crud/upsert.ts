import { NodeApiError } from 'n8n-workflow';

import { chosen, parameterRef } from '../shared/fields/parameterRef';
import type { JsonObject } from '../shared/json';
import type { RequestOptions } from '../shared/options';
import { option, optionsForm } from '../shared/optionsForm';
import { outputOptions } from '../shared/output';
import { nullIfNotFound } from '../shared/transport/nullIfNotFound';
import type { ItemCall, Operation } from './operation';
import { readChanges, rejectEmptyChanges } from './body/readChanges';
import { readBodyMode, readNewBody, refuseEmpty } from './body/readBody';
import { JSON_BODY, newRecordOptions, upsertForm } from './body/bodyForm';
import { isEmptyBody, rejectOtherId, toBodyObject } from './body/jsonBody';
import { matchedBy, matchForm, readMatcher } from './match/matchForm';
import { WHEN_SEVERAL } from './match/findMatch';
import { createWithMatcher, type Matcher } from './match/matcher';
import { readResponseOptions, type ResponseOptions } from './responseOptions';
import { patchRecord, getRecord, getRecordForUpdate, saveWithHook } from './record';
import { readOptionalTargetId, targetControl } from './target';

const WHEN_FOUND = option({
	displayName: 'When Found',
	name: 'whenFound',
	type: 'options',
	options: [
		{ name: 'Leave As It Is', value: 'leave', description: 'Return it without a change' },
		{ name: 'Update', value: 'update', description: 'Change the given fields' },
	],
	default: 'update',
	description: 'What to do with {a record} that already exists',
});

/** A body with the key by which the record is matched. `id`: its number, 0 for a new one. */
function withMatchKey(
	call: ItemCall,
	body: JsonObject | string,
	id: number,
	matcher?: Matcher,
): JsonObject | string {
	rejectOtherId(call.entity, toBodyObject(call, body), id, parameterRef(JSON_BODY));
	return matcher?.addKey(body, id === 0) ?? body;
}

/** @returns the record after the change; undefined where there is nothing to change */
async function updateExisting(
	call: ItemCall,
	{ options, output }: ResponseOptions,
	id: number,
	matcher?: Matcher,
): Promise<JsonObject | undefined> {
	const readSome = async (select: string[]) => await getRecordForUpdate(call, options, id, select);
	const changes = await readChanges(call, options, readBodyMode(call), id, readSome);
	const body = withMatchKey(call, changes, id, matcher);
	// Only the key was given, which the record has.
	if (matcher && isEmptyBody(call.entity, toBodyObject(call, body))) return undefined;
	rejectEmptyChanges(call, body);
	return await saveWithHook(
		call,
		options,
		body,
		output.query,
		async (query) => await patchRecord(call, options, id, body, query),
	);
}

/**
 * Whether a change has failed because its record does not exist: SuperOffice also returns 404 for
 * records that the body names.
 */
async function isGone(call: ItemCall, options: RequestOptions, id: number, error: unknown) {
	if (!(error instanceof NodeApiError) || error.httpCode !== '404') return false;
	const there = nullIfNotFound(getRecord(call, options, id, [call.entity.id]));
	return (await there.catch(() => error)) === null;
}

async function changeFound(
	call: ItemCall,
	responseOptions: ResponseOptions,
	id: number,
	matcher?: Matcher,
): Promise<JsonObject | undefined> {
	return await updateExisting(call, responseOptions, id, matcher).catch(async (error: unknown) => {
		throw matcher?.goneError && (await isGone(call, responseOptions.options, id, error))
			? matcher.goneError(id)
			: error;
	});
}

/** PATCH of the record that is there already, else POST /api/v1/{entity}. */
export const upsert: Operation = {
	label: 'Create or Update',
	action: 'Create or update {record}',
	description: 'Create a new {record}, or update the current one if it already exists (upsert)',
	properties: (entity) => [
		targetControl(entity),
		...matchForm(entity),
		...upsertForm(entity),
		optionsForm(...outputOptions, ...newRecordOptions, WHEN_FOUND, WHEN_SEVERAL),
	],
	async execute(call) {
		const responseOptions = readResponseOptions(call, matchedBy(call));
		const { options, output } = responseOptions;
		const target = await readOptionalTargetId(call, options);
		const matcher = target > 0 ? undefined : await readMatcher(call, options);
		const lockKey = target > 0 ? String(target) : matcher?.lockKey;
		if (lockKey !== undefined) await call.lock(lockKey);
		const id = target || ((await matcher?.find()) ?? 0);
		if (id > 0) {
			const isLeft = chosen(call.read, WHEN_FOUND) === 'leave';
			const changed = isLeft ? undefined : await changeFound(call, responseOptions, id, matcher);
			const record =
				changed ?? (await getRecord(call, options, id, output.query.$select?.split(',')));
			// SuperOffice's own names begin with capitals.
			return { ...(await output.shape(record)), operation: changed ? 'updated' : 'found' };
		}
		const body = withMatchKey(call, await readNewBody(call, options, false), 0, matcher);
		refuseEmpty(call.entity, body);
		const created = await createWithMatcher(call, options, body, output.query, matcher);
		return { ...(await output.shape(created)), operation: 'created' };
	},
};
