import { OperationalError } from 'n8n-workflow';

import { requestOfError } from './thrownError';

/** Default in milliseconds, as in n8n's helper. */
const DEFAULT_TIMEOUT = 300_000;

/** Maximum of Node's timers. */
const MAX_TIMEOUT = 2 ** 31 - 1;

/**
 * Runs work with a timeout that covers the whole response; n8n's own ends with the response's first
 * byte.
 * @param work is given the signal that ends it
 * @param outer ends it as well
 * @throws what the work throws; an error with the code `ECONNABORTED` when the time is over
 */
export async function withTimeout<T>(
	milliseconds: number | undefined,
	work: (signal: AbortSignal) => Promise<T>,
	outer?: AbortSignal,
): Promise<T> {
	const time = Math.min(milliseconds ?? DEFAULT_TIMEOUT, MAX_TIMEOUT);
	const timeout = AbortSignal.timeout(time);
	const controller = new AbortController();
	const abort = () => controller.abort();
	// Not AbortSignal.any, which keeps a signal for each request as long as the execution goes on.
	for (const signal of [timeout, outer]) signal?.addEventListener('abort', abort);
	if (outer?.aborted) abort();
	return await work(controller.signal)
		.catch((thrown: unknown) => {
			if (!timeout.aborted || outer?.aborted) throw thrown;
			const error = new OperationalError(`no whole answer within ${time} ms`);
			throw Object.assign(error, { code: 'ECONNABORTED', request: requestOfError(thrown) });
		})
		.finally(() => {
			for (const signal of [timeout, outer]) signal?.removeEventListener('abort', abort);
		});
}
