import { NodeApiError } from 'n8n-workflow';

import { spotOf } from '../shared/fields/parameter';
import type { JsonObject } from '../shared/json';
import type { RequestOptions } from '../shared/options';
import { optionsProperty } from '../shared/optionsForm';
import { outputForm } from '../shared/output';
import { ifThere } from '../shared/transport/ifThere';
import type { ItemCall, Operation } from './operation';
import { readChanges, refuseNothing } from './body/changes';
import { readKind, readNew } from './body/read';
import { JSON_BODY, upsertForm } from './body/form';
import { namedBody, refuseOtherId } from './body/json';
import { matchForm, readMatch } from './match/match';
import { createMatched, type Matcher } from './match/matcher';
import { readOutcome, type Outcome } from './responseOptions';
import { patchRecord, readEntity, readRecord, saving } from './record';
import { readTargetIfAny, target } from './target';

/** A body with what the record is found by. `id`: its number, 0 for a new one. */
function complete(
	call: ItemCall,
	body: JsonObject | string,
	id: number,
	matcher?: Matcher,
): JsonObject | string {
	refuseOtherId(call.entity, namedBody(call, body), id, spotOf(JSON_BODY));
	return matcher?.complete(body) ?? body;
}

async function change(
	call: ItemCall,
	{ options, output }: Outcome,
	id: number,
	matcher?: Matcher,
): Promise<JsonObject> {
	const readSome = async (select: string[]) => await readRecord(call, options, id, select);
	const changes = await readChanges(call, options, readKind(call), id, readSome);
	const body = complete(call, changes, id, matcher);
	refuseNothing(call, body);
	return await saving(
		call,
		options,
		body,
		output.query,
		async (query) => await patchRecord(call, options, id, body, query),
	);
}

/** Whether a failed change has failed as its record is not there: of others that it names, SuperOffice may say the same. */
async function isGone(call: ItemCall, options: RequestOptions, id: number, error: unknown) {
	if (!(error instanceof NodeApiError) || error.httpCode !== '404') return false;
	const there = ifThere(readEntity(call, options, id, [call.entity.id]));
	return (await there.catch(() => error)) === null;
}

/** PATCH of the record that is there already, else POST /api/v1/{entity}. */
export const upsert: Operation = {
	label: 'Create or Update',
	action: 'Create or update {a record}',
	description: 'Create a new {record}, or update the current one if it already exists (upsert)',
	properties: (entity) => [
		target(entity),
		...matchForm,
		...upsertForm(entity),
		...outputForm(entity),
		optionsProperty,
	],
	async execute(call) {
		const outcome = readOutcome(call);
		const { options, output } = outcome;
		const chosen = await readTargetIfAny(call, options);
		const matcher = chosen > 0 ? undefined : await readMatch(call, options);
		const lock = chosen > 0 ? String(chosen) : matcher?.lock;
		if (lock !== undefined) await call.turn(lock);
		const id = chosen || ((await matcher?.find()) ?? 0);
		if (id > 0) {
			const changed = await change(call, outcome, id, matcher).catch(async (error: unknown) => {
				throw matcher?.gone && (await isGone(call, options, id, error)) ? matcher.gone(id) : error;
			});
			// SuperOffice's own names begin with capitals.
			return { ...(await output.shape(changed)), operation: 'updated' };
		}
		const body = complete(call, await readNew(call, options, false), 0, matcher);
		const created = await createMatched(call, options, body, output.query, matcher);
		return { ...(await output.shape(created)), operation: 'created' };
	},
};
