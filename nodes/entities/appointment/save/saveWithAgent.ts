import isEqual from 'lodash/isEqual';
import type { INodeProperties } from 'n8n-workflow';

import { FieldError } from '../../../shared/fields/fieldKind';
import { isOn } from '../../../shared/fields/parameterRef';
import type { JsonObject } from '../../../shared/json';
import { expectRecord } from '../../../shared/transport/expectedBody';
import type { ItemCall } from '../../../crud/operation';
import { callAgent } from '../../../crud/agent';
import { readUpdateMode } from '../series/updateMode';
import { SEND_EMAIL } from '../participants/emailSwitches';
import type { ResponseOptions } from '../../../crud/responseOptions';
import { mergeForSave } from './mergeForSave';
import { getRecordForUpdate } from '../../../crud/record';
import { targetRef } from '../../../crud/target';

/**
 * Saves a whole appointment with changes (the appointment agent's Save). As Save has no guard of its
 * own, the appointment is read once more right before it. What remains is the time between these two
 * calls: a change or an answer that arrives then is overwritten.
 * @param before the record from which the changes were made, as it was read
 * @param changes with SuperOffice's own names
 * @param offered the operation's control of the mode for series
 * @throws FieldError where anything that is saved has changed since the record was read
 */
export async function saveWithAgent(
	call: ItemCall,
	{ options, output }: ResponseOptions,
	before: JsonObject,
	changes: JsonObject,
	offered: INodeProperties,
): Promise<JsonObject> {
	const UpdateMode = readUpdateMode(call, offered);
	const SendEmailToParticipants = isOn(call.read, SEND_EMAIL);
	const id = Number(before.AppointmentId);
	const now = await getRecordForUpdate(call, options, id);
	if (!isEqual(mergeForSave(before, {}), mergeForSave(now, {}))) {
		const problem = 'the appointment was changed in the meantime, and nothing was saved';
		throw new FieldError(targetRef(call.entity), problem, 'Run the step again.');
	}
	const body = {
		AppointmentEntity: mergeForSave(now, changes),
		UpdateMode,
		SendEmailToParticipants,
	};
	const expected = expectRecord('AppointmentId', id);
	return (await callAgent(call, options, 'Save', expected, body, output.query)) as JsonObject;
}
