import pick from 'lodash/pick';

import { readChanges, rejectEmptyChanges } from '../../../crud/body/readChanges';
import { IGNORE_UNKNOWN, updateForm } from '../../../crud/body/bodyForm';
import { toBodyObject } from '../../../crud/body/jsonBody';
import { readBodyMode } from '../../../crud/body/readBody';
import type { ItemCall, Operation } from '../../../crud/operation';
import { getRecordForUpdate } from '../../../crud/record';
import { readResponseOptions, type ResponseOptions } from '../../../crud/responseOptions';
import { lockTarget, targetControl } from '../../../crud/target';
import {
	readUnmodifiedSince,
	assertUnmodified,
	UNMODIFIED_SINCE,
} from '../../../crud/unmodifiedSince';
import { isUnchangedItem, patchChanges, update as updateAlone } from '../../../crud/update';
import { FieldError } from '../../../shared/fields/fieldKind';
import { isOn, parameterRef } from '../../../shared/fields/parameterRef';
import type { JsonObject } from '../../../shared/json';
import { optionsForm } from '../../../shared/optionsForm';
import { outputOptions } from '../../../shared/output';
import { SEND_EMAIL } from '../participants/emailSwitches';
import { mergeForSave } from '../save/mergeForSave';
import { saveWithAgent } from '../save/saveWithAgent';
import { isSeries } from '../series/rule';
import { saveAndCheckSeries } from '../series/checkSavedSeries';
import { rejectOtherDays } from '../series/seriesZone';
import { readUpdateMode, SERIES_MODE } from '../series/updateMode';

/**
 * The series that a change requests: rule and start of a new one, or the new start of an existing
 * one.
 */
function requestedSeries(record: JsonObject, changes: JsonObject, entity: JsonObject): JsonObject {
	if (!isSeries(record)) return pick(entity, ['StartDate', 'Recurrence']);
	return 'StartDate' in changes
		? { StartDate: changes.StartDate, Recurrence: { IsRecurrence: true } }
		: {};
}

/** The agent's Save has a mode for series and a switch for mails, but takes whole records only. */
async function saveByAgent(
	call: ItemCall,
	responseOptions: ResponseOptions,
	bodyMode: string,
	id: number,
) {
	const { options, output } = responseOptions;
	if (bodyMode === 'jsonPatch') {
		const problem = 'a JSON Patch can only change this appointment and sends no emails';
		throw new FieldError(
			parameterRef(SERIES_MODE),
			problem,
			'Choose another way to specify the body, or set Series to Only This Appointment and turn off Send Email to Participants.',
		);
	}
	const since = readUnmodifiedSince(call, options);
	const record = await getRecordForUpdate(call, options, id);
	assertUnmodified(record, since);
	const given = await readChanges(call, options, bodyMode, id, async () => record);
	if (isUnchangedItem(call, bodyMode, given)) return record;
	rejectEmptyChanges(call, given);
	const changes = toBodyObject(call, given);
	const isJson = typeof given === 'string';
	if (readUpdateMode(call, SERIES_MODE) === 'ThisAndForward') {
		await rejectOtherDays(call, options, record, changes, isJson);
	}
	const requested = requestedSeries(record, changes, mergeForSave(record, changes));
	const save = async (query: Record<string, string>) =>
		await saveWithAgent(
			call,
			{ options, output: { ...output, query } },
			record,
			changes,
			SERIES_MODE,
		);
	const body = isJson ? JSON.stringify(requested) : requested;
	return await saveAndCheckSeries(call, options, body, output.query, save);
}

/**
 * PATCH /api/v1/Appointment/{id}, by which SuperOffice mails nobody and leaves a series alone, or the
 * appointment agent's Save.
 */
export const updateAppointment: Operation = {
	...updateAlone,
	properties: (entity) => [
		targetControl(entity),
		...updateForm(entity),
		SERIES_MODE,
		SEND_EMAIL,
		optionsForm(...outputOptions, UNMODIFIED_SINCE, IGNORE_UNKNOWN),
	],
	async execute(call) {
		const responseOptions = readResponseOptions(call);
		const bodyMode = readBodyMode(call, ['jsonPatch']);
		const id = await lockTarget(call, responseOptions.options);
		const isAlone =
			readUpdateMode(call, SERIES_MODE) === 'OnlyThis' && !isOn(call.read, SEND_EMAIL);
		const saved = await (isAlone ? patchChanges : saveByAgent)(call, responseOptions, bodyMode, id);
		return await responseOptions.output.shape(saved);
	},
};
