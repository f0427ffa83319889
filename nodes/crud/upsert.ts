import { NodeApiError } from 'n8n-workflow';

import { spotOf } from '../shared/fields/parameter';
import type { JsonObject } from '../shared/json';
import type { RequestOptions } from '../shared/options';
import { optionsProperty } from '../shared/optionsForm';
import { outputForm } from '../shared/output';
import { ifThere } from '../shared/transport/ifThere';
import type { ItemCall, Operation } from './operation';
import { readChanges, refuseNothing } from './body/changes';
import { lost, withField } from './match/byCustomField';
import { readKind, readNew } from './body/read';
import { JSON_BODY, upsertForm } from './body/form';
import { namedBody, refuseOtherId } from './body/json';
import { matchForm, readMatch, VALUE, type Matched } from './match/match';
import { readOutcome, type Outcome } from './responseOptions';
import { patchRecord, readEntity, readRecord, saveNew, saving } from './record';
import { readTargetIfAny, target } from './target';

/** A body with what the record is found by; JSON stays as it was written where nothing is added. */
function complete(
	call: ItemCall,
	body: JsonObject | string,
	{ id, field }: Matched,
): JsonObject | string {
	const named = namedBody(call, body);
	refuseOtherId(call.entity, named, id, spotOf(JSON_BODY));
	return field ? withField(named, field, spotOf(VALUE)) : body;
}

async function change(call: ItemCall, { options, output }: Outcome, matched: Matched) {
	const { id } = matched;
	const readSome = async (select: string[]) => await readRecord(call, options, id, select);
	const changes = await readChanges(call, options, readKind(call), id, readSome);
	const body = complete(call, changes, matched);
	refuseNothing(call, body);
	return await saving(
		call,
		options,
		body,
		output.query,
		async (query) => await patchRecord(call, options, id, body, query),
	);
}

async function create(call: ItemCall, { options, output }: Outcome, matched: Matched) {
	const { findAgain, keep } = matched;
	const body = complete(call, await readNew(call, options, false), matched);
	const findDone = async (wanted: Record<string, string>) => {
		const id = await findAgain?.();
		if (!id) return undefined;
		return await readEntity(call, options, id, wanted.$select?.split(','), lost(call));
	};
	const created = await saveNew(call, options, body, output.query, findAgain && findDone);
	await keep?.(Number(created[call.entity.id]));
	return created;
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
		const id = await readTargetIfAny(call, options);
		if (id > 0) await call.turn(String(id));
		const matched = id > 0 ? { id } : await readMatch(call, options);
		const isThere = matched.id > 0;
		const saved = await (isThere ? change : create)(call, outcome, matched).catch(
			async (error: unknown) => {
				const { gone } = matched;
				throw gone && isThere && (await isGone(call, options, matched.id, error)) ? gone : error;
			},
		);
		// SuperOffice's own names begin with capitals.
		return { ...(await output.shape(saved)), operation: isThere ? 'updated' : 'created' };
	},
};
