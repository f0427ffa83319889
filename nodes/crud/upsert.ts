import { NodeApiError } from 'n8n-workflow';

import { parameterRef } from '../shared/fields/parameterRef';
import type { JsonObject } from '../shared/json';
import type { RequestOptions } from '../shared/options';
import { optionsForm } from '../shared/optionsForm';
import { outputOptions } from '../shared/output';
import { nullIfNotFound } from '../shared/transport/nullIfNotFound';
import type { ItemCall, Operation } from './operation';
import { readChanges, rejectEmptyChanges } from './body/readChanges';
import { readBodyMode, readNewBody, refuseEmpty } from './body/readBody';
import { JSON_BODY, newRecordOptions, upsertForm } from './body/bodyForm';
import { toBodyObject, rejectOtherId } from './body/jsonBody';
import { matchForm, readMatcher } from './match/matchForm';
import { createWithMatcher, type Matcher } from './match/matcher';
import { readResponseOptions, type ResponseOptions } from './responseOptions';
import { patchRecord, getRecord, getRecordForUpdate, saveWithHook } from './record';
import { readOptionalTargetId, targetControl } from './target';

/** A body with the key by which the record is matched. `id`: its number, 0 for a new one. */
function withMatchKey(
	call: ItemCall,
	body: JsonObject | string,
	id: number,
	matcher?: Matcher,
): JsonObject | string {
	rejectOtherId(call.entity, toBodyObject(call, body), id, parameterRef(JSON_BODY));
	return matcher?.addKey(body) ?? body;
}

async function updateExisting(
	call: ItemCall,
	{ options, output }: ResponseOptions,
	id: number,
	matcher?: Matcher,
): Promise<JsonObject> {
	const readSome = async (select: string[]) => await getRecordForUpdate(call, options, id, select);
	const changes = await readChanges(call, options, readBodyMode(call), id, readSome);
	const body = withMatchKey(call, changes, id, matcher);
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

/** PATCH of the record that is there already, else POST /api/v1/{entity}. */
export const upsert: Operation = {
	label: 'Create or Update',
	action: 'Create or update {record}',
	description: 'Create a new {record}, or update the current one if it already exists (upsert)',
	properties: (entity) => [
		targetControl(entity),
		...matchForm,
		...upsertForm(entity),
		optionsForm(...outputOptions, ...newRecordOptions),
	],
	async execute(call) {
		const responseOptions = readResponseOptions(call);
		const { options, output } = responseOptions;
		const chosen = await readOptionalTargetId(call, options);
		const matcher = chosen > 0 ? undefined : await readMatcher(call, options);
		const lockKey = chosen > 0 ? String(chosen) : matcher?.lockKey;
		if (lockKey !== undefined) await call.lock(lockKey);
		const id = chosen || ((await matcher?.find()) ?? 0);
		if (id > 0) {
			const changed = await updateExisting(call, responseOptions, id, matcher).catch(
				async (error: unknown) => {
					throw matcher?.goneError && (await isGone(call, options, id, error))
						? matcher.goneError(id)
						: error;
				},
			);
			// SuperOffice's own names begin with capitals.
			return { ...(await output.shape(changed)), operation: 'updated' };
		}
		const body = withMatchKey(call, await readNewBody(call, options, false), 0, matcher);
		refuseEmpty(call.entity, body);
		const created = await createWithMatcher(call, options, body, output.query, matcher);
		return { ...(await output.shape(created)), operation: 'created' };
	},
};
