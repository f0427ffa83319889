import { askFacts } from '../SuperOffice/appointment/events/complete';
import { FOLD_COPIES } from '../SuperOffice/appointment/events/filterForm';
import type { ItemCall } from '../SuperOffice/operation';
import { isOn } from '../shared/fields/parameter';

/** Whether an appointment is a copy, and copies are not to come out. */
export async function isFolded(call: ItemCall, id: number): Promise<boolean> {
	if (!isOn(call.read, FOLD_COPIES)) return false;
	return (await askFacts(call, id))?.isCopy === true;
}
