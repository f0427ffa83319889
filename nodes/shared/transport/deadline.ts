import { OperationalError } from 'n8n-workflow';

import { requestOf } from './thrown';

/** Milliseconds for an answer where nothing else is said: what n8n's helper waits for its beginning. */
const USUAL = 300_000;

/** What a timer can hold. */
const LONGEST = 2 ** 31 - 1;

/**
 * Does work that has to be over, its answer's last byte included, in some time: n8n's own time-out ends as the
 * answer begins.
 * @param work is given the signal that ends it
 * @param outer ends it as well
 * @throws what the work throws; an error with the code `ECONNABORTED` when the time is over
 */
export async function within<T>(
	milliseconds: number | undefined,
	work: (signal: AbortSignal) => Promise<T>,
	outer?: AbortSignal,
): Promise<T> {
	const time = Math.min(milliseconds ?? USUAL, LONGEST);
	const late = AbortSignal.timeout(time);
	const ended = new AbortController();
	const end = () => ended.abort();
	// Not AbortSignal.any, which keeps a signal for each request as long as the execution goes on.
	for (const signal of [late, outer]) signal?.addEventListener('abort', end);
	if (outer?.aborted) end();
	return await work(ended.signal)
		.catch((thrown: unknown) => {
			if (!late.aborted || outer?.aborted) throw thrown;
			const error = new OperationalError(`no whole answer within ${time} ms`);
			throw Object.assign(error, { code: 'ECONNABORTED', request: requestOf(thrown) });
		})
		.finally(() => {
			for (const signal of [late, outer]) signal?.removeEventListener('abort', end);
		});
}
