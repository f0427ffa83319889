import { queryAgent } from '../../../crud/agent';
import { asRecord, type JsonObject } from '../../../shared/json';
import { expectList } from '../../../shared/transport/expectedBody';
import type { RequestOptions } from '../../../shared/options';
import type { ItemCall } from '../../../crud/operation';
import { getRecord, getRecordForUpdate, type ErrorNotes } from '../../../crud/record';
import { motherIdOf, fetchParticipants } from './participantList';

/** A booking's main appointment and its participants. */
interface Booking {
	entity: JsonObject;
	participants: JsonObject[];
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
	const own = await getRecordForUpdate(call, options, id);
	const mother = motherIdOf(own);
	const entity = mother > 0 ? await getRecordForUpdate(call, options, mother) : own;
	return { entity, participants: await fetchParticipants(call, options, entity) };
}

/**
 * The numbers of all appointments of a booking: the one that invites, and the invitations to it. No
 * column of the archive tells them (SuperOffice's reference of FindAppointment), but each has the same
 * MotherId, and the appointment agent's GetAppointmentRecords lists them.
 */
export async function fetchBookingIds(
	call: ItemCall,
	options: RequestOptions,
	id: number,
	errorNotes: ErrorNotes,
): Promise<number[]> {
	const entity = await getRecord(call, options, id, ['MotherId'], errorNotes);
	const mother = Number(entity.MotherId ?? 0);
	if (mother === 0) return [id];
	const body = { MotherId: mother, RecurrenceRuleId: 0 };
	const name = 'GetAppointmentRecords';
	const rows = await queryAgent(call, options, name, expectList('AppointmentId'), body, errorNotes);
	return (rows as unknown[]).map((row) => Number(asRecord(row).AppointmentId));
}
