import isEqual from 'lodash/isEqual';
import pick from 'lodash/pick';
import type { IDataObject } from 'n8n-workflow';

import { FieldError } from '../../shared/fields/kind';
import { isOn, spotOf } from '../../shared/fields/parameter';
import type { JsonObject } from '../../shared/json';
import type { RequestOptions } from '../../shared/options';
import type { ItemCall } from '../operation';
import { callAgent, readUpdateMode } from './agent';
import { SEND_EMAIL } from './emails';
import type { Outcome } from './outcome';
import { overlay } from './overlay';
import { readRecord } from './record';
import { motherOf, rosterOf } from './roster';
import { APPOINTMENT } from './target';

/** A booking's own appointment, whole, and who takes part. */
interface Booking {
	entity: JsonObject;
	roster: JsonObject[];
}

/**
 * Reads the booking that an appointment is of: an invitation leads to the appointment it is to, as
 * that holds the participants.
 */
export async function readBooking(
	call: ItemCall,
	options: RequestOptions,
	id: number,
): Promise<Booking> {
	const own = await readRecord(call, options, id);
	const mother = motherOf(own);
	const entity = mother > 0 ? await readRecord(call, options, mother) : own;
	return { entity, roster: await rosterOf(call, options, entity) };
}

/** Refuses to save over a change, or an answer, that came in between. */
function refuseChanged(before: JsonObject, now: JsonObject): void {
	const compared = ['UpdatedDate', 'Participants'];
	if (isEqual(pick(before, compared), pick(now, compared))) return;
	const problem = 'the appointment was changed in the meantime, and nothing was saved';
	throw new FieldError(spotOf(APPOINTMENT), problem, 'Run the step again.');
}

/**
 * Saves a booking with other participants (the appointment agent's Save). As Save takes whole
 * records and has no guard of its own, the appointment is read once more right before it. What
 * remains is the time between these two calls: an answer that arrives then is overwritten.
 * @throws FieldError where the appointment or an answer has changed since the booking was read
 */
export async function saveParticipants(
	call: ItemCall,
	{ options, output }: Outcome,
	{ entity }: Booking,
	Participants: JsonObject[],
): Promise<IDataObject> {
	const now = await readRecord(call, options, Number(entity.AppointmentId));
	refuseChanged(entity, now);
	const body = {
		AppointmentEntity: overlay(now, { Participants }),
		UpdateMode: readUpdateMode(call),
		SendEmailToParticipants: isOn(call.read, SEND_EMAIL),
	};
	const saved = await callAgent(call, options, 'Save', 'record', body, output.query);
	return await output.shape(saved as JsonObject);
}
