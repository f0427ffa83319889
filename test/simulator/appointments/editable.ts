import { isEqual } from 'lodash';

import type { Carrier } from '../tenant/carriers';
import { badArgument } from '../engine/failures';

/** What a save may change on its own. */
const ALWAYS = ['Completed', 'UpdatedBy', 'UpdatedDate'];

/**
 * Completed appointments cannot be edited until they are un-completed (documentation of follow-ups).
 * @throws Failure 400, a guess, when anything but the completion changes
 */
export function checkEditable(stored: Carrier, entity: Carrier): void {
	if (stored.Completed !== 'Completed') return;
	const changed = Object.keys(entity).filter(
		(name) => !ALWAYS.includes(name) && !isEqual(entity[name], stored[name]),
	);
	if (changed.length === 0) return;
	const id = String(stored.AppointmentId);
	throw badArgument(`Appointment id ${id} is completed: ${changed.join(', ')} cannot be changed`);
}
