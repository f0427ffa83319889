import { askFacts } from '../events/complete';
import { FOLD_COPIES } from '../events/form';
import type { ItemCall } from '../crud/operation';
import { isOn } from '../shared/fields/parameter';

/** Whether an appointment is a copy, and copies are not to come out. */
export async function isFolded(call: ItemCall, id: number): Promise<boolean> {
	if (!isOn(call.read, FOLD_COPIES)) return false;
	return (await askFacts(call, id))?.isCopy === true;
}
