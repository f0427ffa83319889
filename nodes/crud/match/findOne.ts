import minBy from 'lodash/minBy';

import type { Match } from '../../shared/customFields/matching';
import { FieldError, type Spot } from '../../shared/fields/kind';
import { asRecord } from '../../shared/json';
import type { RequestOptions } from '../../shared/options';
import { listBy } from '../../shared/transport/expected';
import type { ItemCall } from '../operation';
import { askAgent } from '../agent';
import { findByField, type Found } from './byCustomField';
import { ID, readEntity, type Circumstances } from '../record';

/** One row for each series, that of the lowest number; what is of none stands for itself. */
function firstOfEach(rows: Found[]): Found[] {
	return rows.filter((row) => {
		const sameSeries = rows.filter(({ rule }) => rule > 0 && rule === row.rule);
		return row === (minBy(sameSeries, 'id') ?? row);
	});
}

/**
 * The numbers of all appointments of a booking: the one that invites, and the invitations to it. No
 * column of the archive tells them (SuperOffice's reference of FindAppointment), but each has the same
 * MotherId, and the appointment agent's GetAppointmentRecords lists them.
 */
async function bookingOf(
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
	const rows = await askAgent(call, options, name, listBy(ID), body, circumstances);
	return (rows as unknown[]).map((row) => Number(asRecord(row).AppointmentId));
}

/**
 * The number of the appointment that has a value in a custom field, 0 for none. The rows of one series,
 * or of one booking, are one appointment, as each of them is saved with the value: the lowest number
 * stands for all of them.
 * @param key of the custom field, such as `SuperOffice:1`
 * @param spot the parameter that has the value
 * @throws FieldError where several have it that do not belong together
 */
export async function findOne(
	call: ItemCall,
	options: RequestOptions,
	key: string,
	match: Match,
	spot: Spot,
	circumstances: Circumstances = { purpose: 'looking up the appointment' },
): Promise<number> {
	const found = firstOfEach(await findByField(call, options, key, match, circumstances));
	const id = minBy(found, 'id')?.id ?? 0;
	if (found.length <= 1) return id;
	const booking = await bookingOf(call, options, id, circumstances);
	const others = found.map((one) => one.id).filter((one) => one !== id && !booking.includes(one));
	if (others.length === 0) return id;
	const problem = `${others.length + 1} appointments have it: ${[id, ...others].join(', ')}`;
	const advice = 'Choose one of them by its ID.';
	throw new FieldError(spot, problem, circumstances.alreadyDone ?? advice);
}
