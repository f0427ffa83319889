import pick from 'lodash/pick';

import { readChanges, refuseNothing } from '../../../crud/body/changes';
import { updateForm } from '../../../crud/body/form';
import { namedBody } from '../../../crud/body/json';
import { readKind } from '../../../crud/body/read';
import type { ItemCall, Operation } from '../../../crud/operation';
import { readRecord } from '../../../crud/record';
import { readOutcome, type Outcome } from '../../../crud/responseOptions';
import { readTarget, target } from '../../../crud/target';
import {
	readUnmodifiedSince,
	refuseModified,
	UNMODIFIED_SINCE,
} from '../../../crud/unmodifiedSince';
import { isAsGot, patch, update as updateAlone } from '../../../crud/update';
import { FieldError } from '../../../shared/fields/kind';
import { isOn, spotOf } from '../../../shared/fields/parameter';
import type { JsonObject } from '../../../shared/json';
import { optionsProperty } from '../../../shared/optionsForm';
import { outputForm } from '../../../shared/output';
import { SEND_EMAIL } from '../participants/emails';
import { overlay } from '../save/overlay';
import { saveWhole } from '../save/saveWhole';
import { isSeries } from '../series/rule';
import { savingSeries } from '../series/savedSeries';
import { refuseOtherDays } from '../series/seriesZone';
import { readUpdateMode, SERIES_MODE } from '../series/updateMode';

/** What a change asks of its series: a new one's rule, or the new start of one that is there. */
function askedOfSeries(record: JsonObject, changes: JsonObject, entity: JsonObject): JsonObject {
	if (!isSeries(record)) return pick(entity, ['StartDate', 'Recurrence']);
	return 'StartDate' in changes
		? { StartDate: changes.StartDate, Recurrence: { IsRecurrence: true } }
		: {};
}

/** The agent's Save has a mode for series and a switch for mails, but takes whole records only. */
async function save(call: ItemCall, outcome: Outcome, kind: string, id: number) {
	const { options, output } = outcome;
	if (kind === 'jsonPatch') {
		const problem = 'a JSON Patch changes this appointment only, and mails nobody';
		throw new FieldError(spotOf(SERIES_MODE), problem, 'Give the changes in another way.');
	}
	const since = readUnmodifiedSince(call, options);
	const record = await readRecord(call, options, id);
	refuseModified(record, since);
	const given = await readChanges(call, options, kind, id, async () => record);
	if (isAsGot(call, kind, given)) return record;
	refuseNothing(call, given);
	const changes = namedBody(call, given);
	const isJson = typeof given === 'string';
	if (readUpdateMode(call, SERIES_MODE) === 'ThisAndForward') {
		await refuseOtherDays(call, options, record, changes, isJson);
	}
	const asked = askedOfSeries(record, changes, overlay(record, changes));
	const save = async (query: Record<string, string>) =>
		await saveWhole(call, { options, output: { ...output, query } }, record, changes, SERIES_MODE);
	const body = isJson ? JSON.stringify(asked) : asked;
	return await savingSeries(call, options, body, output.query, save);
}

/**
 * PATCH /api/v1/Appointment/{id}, by which SuperOffice mails nobody and leaves a series alone, or the
 * appointment agent's Save.
 */
export const update: Operation = {
	...updateAlone,
	properties: (entity) => [
		target(entity),
		...updateForm(entity),
		SERIES_MODE,
		SEND_EMAIL,
		UNMODIFIED_SINCE,
		...outputForm(entity),
		optionsProperty,
	],
	async execute(call) {
		const outcome = readOutcome(call);
		const kind = readKind(call, ['jsonPatch']);
		const id = await readTarget(call, outcome.options);
		const isAlone =
			readUpdateMode(call, SERIES_MODE) === 'OnlyThis' && !isOn(call.read, SEND_EMAIL);
		const saved = await (isAlone ? patch : save)(call, outcome, kind, id);
		return await outcome.output.shape(saved);
	},
};
