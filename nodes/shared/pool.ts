import { sleep } from 'n8n-workflow';

/** A piece of work that failed, by its index. */
export interface PoolFailure {
	index: number;
	error: unknown;
}

/** What came of the work: results by index, where there are any, and what failed. */
export interface PoolResult<T> {
	results: Array<T | undefined>;
	failed: PoolFailure[];
}

/**
 * Runs work for the indexes from 0, in order and with limited concurrency. After a failure or an
 * abort no more is started; running work is awaited.
 */
export async function runPool<T>(
	count: number,
	maxConcurrent: number,
	work: (index: number) => Promise<T>,
	signal?: AbortSignal,
): Promise<PoolResult<T>> {
	const results = new Array<T | undefined>(count);
	const failed: PoolFailure[] = [];
	let next = 0;
	let lastYield = Promise.resolve();
	/**
	 * Yields to the event loop: workers started at once would run in lockstep, all waiting for
	 * responses, then all for the CPU.
	 */
	const yieldToEventLoop = async () =>
		await (lastYield = lastYield.then(async () => await sleep(0)));
	const isDone = () => next >= count || failed.length > 0 || signal?.aborted === true;
	async function worker(): Promise<void> {
		for (await yieldToEventLoop(); !isDone(); await yieldToEventLoop()) {
			const index = next++;
			try {
				results[index] = await work(index);
			} catch (error) {
				failed.push({ index, error });
			}
		}
	}
	await Promise.all(Array.from({ length: Math.min(maxConcurrent, count) }, worker));
	return { results, failed };
}
