import { sleep } from 'n8n-workflow';

/** A piece of work that failed, by its index. */
export interface Failed {
	index: number;
	error: unknown;
}

/** What came of the work: results by index, where there are any, and what failed. */
export interface Worked<T> {
	results: Array<T | undefined>;
	failed: Failed[];
}

/**
 * Does work for each index from 0 on, in their order, and so many at once at most. After a failure,
 * and when the signal says so, none is begun; what is under way is waited for.
 */
export async function pool<T>(
	count: number,
	most: number,
	work: (index: number) => Promise<T>,
	signal?: AbortSignal,
): Promise<Worked<T>> {
	const results = new Array<T | undefined>(count);
	const failed: Failed[] = [];
	let next = 0;
	let breath = Promise.resolve();
	/** Begun in one go, they would go on in step: all waiting for answers, then all for the processor. */
	const breathe = async () => await (breath = breath.then(async () => await sleep(0)));
	const isOver = () => next >= count || failed.length > 0 || signal?.aborted === true;
	async function goOn(): Promise<void> {
		for (await breathe(); !isOver(); await breathe()) {
			const index = next++;
			try {
				results[index] = await work(index);
			} catch (error) {
				failed.push({ index, error });
			}
		}
	}
	await Promise.all(Array.from({ length: Math.min(most, count) }, goOn));
	return { results, failed };
}
