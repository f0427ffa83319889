import { sleep } from 'n8n-workflow';

/** The end of each signal, once for all who wait for it. */
const ends = new WeakMap<AbortSignal, Promise<void>>();

function endOf(signal: AbortSignal): Promise<void> {
	const known = ends.get(signal);
	if (known) return known;
	const end = new Promise<void>((resolve) =>
		signal.addEventListener('abort', () => resolve(), { once: true }),
	);
	ends.set(signal, end);
	return end;
}

/** Waits for milliseconds, or until a signal says that it is over; n8n 1's `sleep` takes no signal. */
export async function pause(milliseconds: number, signal?: AbortSignal): Promise<void> {
	if (!signal) return await sleep(milliseconds);
	if (!signal.aborted) await Promise.race([sleep(milliseconds), endOf(signal)]);
}
