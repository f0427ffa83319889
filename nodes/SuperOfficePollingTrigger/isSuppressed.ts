import type { ItemCall } from '../crud/operation';
import { fetchEventContext } from '../events/completeEvent';
import { entityEvents } from '../events/eventContext';
import { isOn } from '../shared/fields/parameterRef';

/** Whether a switch suppresses a record, such as an invitation copy. */
export async function isSuppressed(call: ItemCall, id: number): Promise<boolean> {
	const activeSwitches = entityEvents(call.entity).switches.filter(
		({ control, suppressWhen, inPolling }) =>
			inPolling && isOn(call.read, control) === suppressWhen,
	);
	if (activeSwitches.length === 0) return false;
	const context = await fetchEventContext(call, id);
	return activeSwitches.some(({ flag }) => context?.flags[flag] === true);
}
