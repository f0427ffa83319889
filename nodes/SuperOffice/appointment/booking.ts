import omit from 'lodash/omit';
import omitBy from 'lodash/omitBy';
import type { IDataObject } from 'n8n-workflow';

import { isHelperKey } from '../../shared/customFields/decode';
import { isOn } from '../../shared/fields/parameter';
import { asRecord, type JsonObject } from '../../shared/json';
import type { RequestOptions } from '../../shared/options';
import { CARRIER_EXTRAS, OLDER_NAMES } from '../../shared/shape';
import type { ItemCall } from '../operation';
import { callAgent, readUpdateMode } from './agent';
import { SEND_EMAIL } from './emails';
import { ENTITY } from './given';
import type { Outcome } from './outcome';
import { rosterOf } from './roster';

/** Reads an appointment, all of it unless a query says otherwise. */
export async function readEntity(
	{ request }: ItemCall,
	{ headers, timeout }: RequestOptions,
	id: number,
	query?: Record<string, string>,
): Promise<JsonObject> {
	const path = `${ENTITY}/${id}`;
	const entity = await request({ method: 'GET', path, query, headers, timeout, expect: 'record' });
	return entity as JsonObject;
}

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
	const own = await readEntity(call, options, id);
	const mother = Number(own.MotherId ?? 0);
	const isInvitation = mother !== 0 && mother !== own.AppointmentId;
	const entity = isInvitation ? await readEntity(call, options, mother) : own;
	return { entity, roster: await rosterOf(call, options, entity) };
}

/** An appointment as it may be saved again, without what only shows it (official client's fixture). */
function savable(entity: JsonObject): JsonObject {
	const kept = omit(entity, [...CARRIER_EXTRAS, ...OLDER_NAMES]) as JsonObject;
	const fields = omitBy(asRecord(entity.CustomFields), (_value, key) => isHelperKey(key));
	return { ...kept, CustomFields: fields as JsonObject };
}

/** Saves a booking with other participants (the appointment agent's Save). */
export async function saveParticipants(
	call: ItemCall,
	{ options, output }: Outcome,
	entity: JsonObject,
	Participants: JsonObject[],
): Promise<IDataObject> {
	const body = {
		AppointmentEntity: { ...savable(entity), Participants },
		UpdateMode: readUpdateMode(call),
		SendEmailToParticipants: isOn(call.read, SEND_EMAIL),
	};
	const saved = await callAgent(call, options, 'Save', 'record', body, output.query);
	return output.shape(saved as JsonObject);
}
