import type { Settings } from './settings';

/** What came of a call. */
export interface Reply {
	/** Undefined where no answer came. */
	status?: number;
	/** Headers and body of the answer, else why none came. */
	text: string;
}

const line = ([name, value]: [string, string]) => `${name}: ${value}\n`;

/**
 * Posts to a webhook's target, which is taken at its first word: redirects are not followed (a guess).
 * @param signal ends the call
 */
export async function post(
	url: string,
	headers: Record<string, string>,
	body: string,
	{ timeout }: Settings,
	signal: AbortSignal,
): Promise<Reply> {
	try {
		const answer = await fetch(url, {
			method: 'POST',
			headers,
			body,
			redirect: 'manual',
			signal: AbortSignal.any([signal, AbortSignal.timeout(timeout)]),
		});
		const { status, statusText } = answer;
		const text = await answer.text();
		const head = [...answer.headers].map(line).join('');
		return { status, text: `HTTP/1.1 ${status} ${statusText}\n${head}\n${text}` };
	} catch (error) {
		const { message, cause } = error as Error;
		return { text: cause instanceof Error ? `${message}: ${cause.message}` : message };
	}
}
