import { NodeApiError } from 'n8n-workflow';

import { spotOf } from '../shared/fields/parameter';
import type { JsonObject } from '../shared/json';
import type { RequestOptions } from '../shared/options';
import { optionsProperty } from '../shared/optionsForm';
import { outputProperties } from '../shared/output';
import { recordOf } from '../shared/transport/expected';
import { ifThere } from '../shared/transport/ifThere';
import type { ItemCall, Operation } from './operation';
import { readChanges, refuseNothing } from './body/changes';
import { LOST, withField } from './match/byCustomField';
import { readAppointment, readKind } from './body/read';
import { JSON_BODY, upsertForm } from './body/form';
import { namedBody, refuseOtherId } from './body/json';
import { matchForm, readMatch, VALUE, type Matched } from './match/match';
import { readOutcome, type Outcome } from './responseOptions';
import { ID, patchRecord, readEntity, readRecord } from './record';
import { savingSeries } from '../entities/appointment/series/savedSeries';
import { APPOINTMENT, readTargetIfAny } from './target';

/** A body with what the appointment is found by; JSON stays as it was written where nothing is added. */
function complete(body: JsonObject | string, { id, field }: Matched): JsonObject | string {
	const named = namedBody(body);
	refuseOtherId(named, id, spotOf(JSON_BODY));
	return field ? withField(named, field, spotOf(VALUE)) : body;
}

async function change(call: ItemCall, { options, output }: Outcome, matched: Matched) {
	const { id } = matched;
	const readSome = async (select: string[]) => await readRecord(call, options, id, select);
	const body = complete(await readChanges(call, options, readKind(call), id, readSome), matched);
	refuseNothing(body);
	return await savingSeries(
		call,
		options,
		body,
		output.query,
		async (query) => await patchRecord(call, options, id, body, query),
	);
}

async function create(call: ItemCall, { options, output }: Outcome, matched: Matched) {
	const { headers, timeout } = options;
	const { query } = output;
	const { findAgain } = matched;
	const body = complete(await readAppointment(call, options, false), matched);
	return await savingSeries(call, options, body, query, async (wanted) => {
		const created = (await call.request({
			method: 'POST',
			path: 'Appointment',
			query: wanted,
			headers,
			timeout,
			body,
			expect: recordOf(ID),
			...(findAgain && {
				findDone: async () => {
					const id = await findAgain();
					if (id === 0) return undefined;
					return await readEntity(call, options, id, wanted.$select?.split(','), LOST);
				},
			}),
		})) as JsonObject;
		await matched.keep?.(Number(created[ID]));
		return created;
	});
}

/** Whether a failed change has failed as its appointment is not there: of others that it names, SuperOffice may say the same. */
async function isGone(call: ItemCall, options: RequestOptions, id: number, error: unknown) {
	if (!(error instanceof NodeApiError) || error.httpCode !== '404') return false;
	return (await ifThere(readEntity(call, options, id, [ID])).catch(() => error)) === null;
}

/** PATCH of the appointment that is there already, else POST /api/v1/Appointment. */
export const upsert: Operation = {
	label: 'Create or Update',
	action: 'Create or update an appointment',
	description: 'Create a new appointment, or update the current one if it already exists (upsert)',
	properties: [APPOINTMENT, ...matchForm, ...upsertForm, ...outputProperties, optionsProperty],
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
