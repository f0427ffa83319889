import { sleep } from 'n8n-workflow';

/** One promise for each signal. */
const aborts = new WeakMap<AbortSignal, Promise<void>>();

function abortOf(signal: AbortSignal): Promise<void> {
	const cached = aborts.get(signal);
	if (cached) return cached;
	const end = new Promise<void>((resolve) =>
		signal.addEventListener('abort', () => resolve(), { once: true }),
	);
	aborts.set(signal, end);
	return end;
}

/** Sleeps for milliseconds, or until a signal aborts; n8n 1's `sleep` takes no signal. */
export async function abortableSleep(milliseconds: number, signal?: AbortSignal): Promise<void> {
	if (!signal) return await sleep(milliseconds);
	if (!signal.aborted) await Promise.race([sleep(milliseconds), abortOf(signal)]);
}
