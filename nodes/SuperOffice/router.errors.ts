import sortBy from 'lodash/sortBy';
import type { NodeApiError, NodeOperationError } from 'n8n-workflow';

export type ItemError = NodeOperationError | NodeApiError;

/** An item that failed. */
export interface FailedItem {
	index: number;
	error: ItemError;
}

/** Whole numbers in order, such as `0 to 15, 17`. */
function ranges(numbers: number[]): string {
	const runs: Array<[number, number]> = [];
	for (const number of numbers) {
		const last = runs.at(-1);
		if (last && last[1] === number - 1) last[1] = number;
		else runs.push([number, number]);
	}
	return runs.map(([from, to]) => (from === to ? String(from) : `${from} to ${to}`)).join(', ');
}

/**
 * The error that stops the execution: that of the first item that failed. As items run
 * concurrently, its description lists the items that were completed, and the errors of others.
 * @param done indexes of the items that are done and have changed something
 */
export function executionError(failed: FailedItem[], done: number[]): ItemError {
	const [{ error }, ...others] = sortBy(failed, 'index');
	const facts = [
		...(done.length > 0 ? [`Completed items: ${ranges(done)}.`] : []),
		...others.map(
			(other) => `Item ${other.index}: ${other.error.message} ${other.error.description ?? ''}`,
		),
	];
	if (facts.length > 0) error.description = [error.description, ...facts].join(' ').trim();
	return error;
}
