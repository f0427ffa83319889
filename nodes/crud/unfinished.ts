import type { INodeProperties } from 'n8n-workflow';

import { emptyToUndefined, FieldError } from '../shared/fields/fieldKind';
import { assertInRange, INT32_MAX, toInteger } from '../shared/fields/number';
import { parameterRef } from '../shared/fields/parameterRef';
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

/** The number that an item gives of what an earlier run has left unfinished, 0 for none. */
export function readUnfinished({ read }: ItemCall, control: INodeProperties): number {
	const ref = parameterRef(control);
	const given = emptyToUndefined(read(control.name));
	return given === undefined ? 0 : assertInRange(toInteger(given, ref), 1, INT32_MAX, ref);
}

/** @throws FieldError for a number that another item of the run has, too: all but one would be lost */
export function claimUnfinished({ claim }: ItemCall, control: INodeProperties, id: number): void {
	if (id === 0 || claim(`${control.name} ${id}`)) return;
	const problem = 'is that of another item of this run';
	throw new FieldError(parameterRef(control), problem, 'Give each item an ID of its own.');
}
