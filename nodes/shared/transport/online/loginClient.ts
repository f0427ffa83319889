import { OperationalError, type IHttpRequestHelper, type IHttpRequestOptions } from 'n8n-workflow';

import { withTimeout } from '../withTimeout';
import { sendWithRetry } from '../sendWithRetry';
import { errorInfoForThrown } from '../connectionErrors';
import type { HttpResponse, Outcome } from '../outcome';
import { ConcurrencyLimiter } from '../concurrencyLimiter';
import { INTERACTIVE_RETRY } from '../retry';
import { parseThrown } from '../thrownError';

/** Milliseconds for an answer of the login server, whose calls are all small. */
const TIMEOUT = 30_000;

/** Sends a request to SuperOffice's login server, and returns a response of any status. */
export type LoginClient = (request: IHttpRequestOptions) => Promise<HttpResponse>;

/** A second ticket does no harm: all requests to the login server are repeatable. */
const REPEATABLE = { expect: 'dictionary', readsOnly: true } as const;

function throwUnreachable(url: string, error: unknown): never {
	const read = parseThrown(error);
	// Without a code it is n8n itself that refused.
	const what = read.code === undefined ? read.message : errorInfoForThrown(read).message;
	throw new OperationalError(
		`${new URL(url).host}: ${what}. Check the network, and the proxy if there is one, between n8n and SuperOffice.`,
	);
}

/**
 * Creates a client for SuperOffice's login server, with retries.
 * @throws OperationalError when there is no answer
 */
export function createLoginClient({ helpers }: IHttpRequestHelper): LoginClient {
	return async (request) => {
		const loginClient = async (): Promise<Outcome> => {
			const options: IHttpRequestOptions = {
				...request,
				headers: { Accept: 'application/json', ...request.headers },
				timeout: TIMEOUT,
				disableFollowRedirect: true,
				returnFullResponse: true,
				ignoreHttpStatusErrors: true,
			};
			const asked = withTimeout(
				TIMEOUT,
				async (abortSignal) =>
					(await helpers.httpRequest({ ...options, abortSignal })) as HttpResponse,
			);
			return await asked.then(
				(answer) => ({ answer, url: request.url }),
				(thrown: unknown) => ({ thrown }),
			);
		};
		const outcome = await sendWithRetry(REPEATABLE, loginClient, new ConcurrencyLimiter(1), {
			policy: INTERACTIVE_RETRY,
		});
		return 'thrown' in outcome ? throwUnreachable(request.url, outcome.thrown) : outcome.answer;
	};
}
