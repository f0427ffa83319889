import type { ItemCall } from '../crud/operation';
import { askContext } from '../events/complete';
import { eventsOf } from '../events/context';
import { isOn } from '../shared/fields/parameter';

/** Whether a switch keeps a record back, such as the copy of another one. */
export async function isKeptBack(call: ItemCall, id: number): Promise<boolean> {
	const asked = eventsOf(call.entity).switches.filter(
		({ control, keeps, polls }) => polls && isOn(call.read, control) === keeps,
	);
	if (asked.length === 0) return false;
	const context = await askContext(call, id);
	return asked.some(({ flag }) => context?.flags[flag] === true);
}
