import type { ItemCall } from './operation';

/** The most that are remembered: what nobody tries again is forgotten in turn. */
const MOST = 1000;

/** The numbers of the records that a try of an item has left unfinished. */
const unfinished = new Map<string, number>();

const keyOf = ({ entity, executionItemKey }: ItemCall) =>
	`${entity.name} ${executionItemKey() ?? ''}`;

/**
 * The number of the record that an earlier try of the same item has left unfinished, 0 for none: n8n's
 * Retry On Fail runs the node again in the same process, and must not make a second one.
 */
export const unfinishedRecord = (call: ItemCall): number =>
	unfinished.size === 0 ? 0 : (unfinished.get(keyOf(call)) ?? 0);

/** Does the rest of what belongs to a record, which is remembered where that fails. */
export async function finishRecord<T>(
	call: ItemCall,
	id: number,
	finish: () => Promise<T>,
): Promise<T> {
	const finished = await finish().catch((error: unknown) => {
		// A tool's tries cannot be told apart.
		if (call.executionItemKey() !== undefined) unfinished.set(keyOf(call), id);
		const [oldest] = unfinished.keys();
		if (unfinished.size > MOST) unfinished.delete(oldest);
		throw error;
	});
	if (unfinished.size > 0) unfinished.delete(keyOf(call));
	return finished;
}
