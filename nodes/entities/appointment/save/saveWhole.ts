import isEqual from 'lodash/isEqual';
import type { INodeProperties } from 'n8n-workflow';

import { FieldError } from '../../../shared/fields/kind';
import { isOn } from '../../../shared/fields/parameter';
import type { JsonObject } from '../../../shared/json';
import { recordOf } from '../../../shared/transport/expected';
import type { ItemCall } from '../../../crud/operation';
import { callAgent } from '../../../crud/agent';
import { readUpdateMode } from '../series/updateMode';
import { SEND_EMAIL } from '../participants/emails';
import type { Outcome } from '../../../crud/responseOptions';
import { overlay } from './overlay';
import { readRecord } from '../../../crud/record';
import { targetSpot } from '../../../crud/target';

/**
 * Saves a whole appointment with changes (the appointment agent's Save). As Save has no guard of its
 * own, the appointment is read once more right before it. What remains is the time between these two
 * calls: a change or an answer that arrives then is overwritten.
 * @param before the record from which the changes were made, as it was read
 * @param changes with SuperOffice's own names
 * @param offered the operation's control of the mode for series
 * @throws FieldError where anything that is saved has changed since the record was read
 */
export async function saveWhole(
	call: ItemCall,
	{ options, output }: Outcome,
	before: JsonObject,
	changes: JsonObject,
	offered: INodeProperties,
): Promise<JsonObject> {
	const UpdateMode = readUpdateMode(call, offered);
	const SendEmailToParticipants = isOn(call.read, SEND_EMAIL);
	const id = Number(before.AppointmentId);
	const now = await readRecord(call, options, id);
	if (!isEqual(overlay(before, {}), overlay(now, {}))) {
		const problem = 'the appointment was changed in the meantime, and nothing was saved';
		throw new FieldError(targetSpot(call.entity), problem, 'Run the step again.');
	}
	const body = { AppointmentEntity: overlay(now, changes), UpdateMode, SendEmailToParticipants };
	const expected = recordOf('AppointmentId', id);
	return (await callAgent(call, options, 'Save', expected, body, output.query)) as JsonObject;
}
