import type { JsonObject } from '../../../shared/json';
import type { RequestOptions } from '../../../shared/options';
import type { ItemCall } from '../../../crud/operation';
import { readRecord } from '../../../crud/record';
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
