import { sleep } from 'n8n-workflow';

/** Waits for milliseconds, or until a signal says that it is over; n8n 1's `sleep` takes no signal. */
export async function pause(milliseconds: number, signal?: AbortSignal): Promise<void> {
	if (!signal) return await sleep(milliseconds);
	if (signal.aborted) return;
	let wake = () => {};
	const over = new Promise<void>((resolve) => (wake = resolve));
	signal.addEventListener('abort', wake, { once: true });
	await Promise.race([sleep(milliseconds), over]);
	signal.removeEventListener('abort', wake);
}
