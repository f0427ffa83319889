import { askAgent } from '../../../crud/agent';
import { asRecord, type JsonObject } from '../../../shared/json';
import { listBy } from '../../../shared/transport/expected';
import type { RequestOptions } from '../../../shared/options';
import type { ItemCall } from '../../../crud/operation';
import { readEntity, readRecord, type Circumstances } from '../../../crud/record';
import { motherOf, rosterOf } from './participantList';

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

/**
 * The numbers of all appointments of a booking: the one that invites, and the invitations to it. No
 * column of the archive tells them (SuperOffice's reference of FindAppointment), but each has the same
 * MotherId, and the appointment agent's GetAppointmentRecords lists them.
 */
export async function bookingOf(
	call: ItemCall,
	options: RequestOptions,
	id: number,
	circumstances: Circumstances,
): Promise<number[]> {
	const entity = await readEntity(call, options, id, ['MotherId'], circumstances);
	const mother = Number(entity.MotherId ?? 0);
	if (mother === 0) return [id];
	const body = { MotherId: mother, RecurrenceRuleId: 0 };
	const name = 'GetAppointmentRecords';
	const rows = await askAgent(call, options, name, listBy('AppointmentId'), body, circumstances);
	return (rows as unknown[]).map((row) => Number(asRecord(row).AppointmentId));
}
