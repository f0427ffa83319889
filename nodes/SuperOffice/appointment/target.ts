import type { INodeProperties } from 'n8n-workflow';

import { FieldError } from '../../shared/fields/kind';
import { spotOf } from '../../shared/fields/parameter';
import { identifier } from '../../shared/fields/reference';
import { finder } from '../../shared/lookup/find';
import type { RequestOptions } from '../../shared/options';
import type { ItemCall } from '../operation';
import { askFor } from './given';

const kind = identifier({ method: 'appointment' });

/** The appointment that an operation is about. */
export const APPOINTMENT: INodeProperties = {
	displayName: 'Appointment',
	name: 'appointmentId',
	...kind.control,
	description: 'The appointment, from the list, by its ID or by its title',
};

/**
 * The number of the appointment that an item is about.
 * @throws FieldError when there is none, or its title is not that of one appointment alone
 */
export async function readTarget(call: ItemCall, options: RequestOptions): Promise<number> {
	const spot = spotOf(APPOINTMENT);
	const find = finder(askFor(call, options));
	const around = { zone: options.zone, encoded: {}, find };
	const id = Number((await kind.encode(call.read(APPOINTMENT.name), spot, around)) ?? 0);
	if (id > 0) return id;
	throw new FieldError(spot, 'names no appointment', 'Choose one, or give its ID, 1 or higher.');
}
