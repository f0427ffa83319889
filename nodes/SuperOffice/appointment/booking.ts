import type { IDataObject } from 'n8n-workflow';

import { isOn } from '../../shared/fields/parameter';
import type { JsonObject } from '../../shared/json';
import type { RequestOptions } from '../../shared/options';
import type { ItemCall } from '../operation';
import { callAgent, readUpdateMode } from './agent';
import { SEND_EMAIL } from './emails';
import type { Outcome } from './outcome';
import { overlay } from './overlay';
import { readRecord } from './record';
import { rosterOf } from './roster';

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
	const mother = Number(own.MotherId ?? 0);
	const isInvitation = mother !== 0 && mother !== own.AppointmentId;
	const entity = isInvitation ? await readRecord(call, options, mother) : own;
	return { entity, roster: await rosterOf(call, options, entity) };
}

/** Saves a booking with other participants (the appointment agent's Save). */
export async function saveParticipants(
	call: ItemCall,
	{ options, output }: Outcome,
	entity: JsonObject,
	Participants: JsonObject[],
): Promise<IDataObject> {
	const body = {
		AppointmentEntity: overlay(entity, { Participants }),
		UpdateMode: readUpdateMode(call),
		SendEmailToParticipants: isOn(call.read, SEND_EMAIL),
	};
	const saved = await callAgent(call, options, 'Save', 'record', body, output.query);
	return output.shape(saved as JsonObject);
}
