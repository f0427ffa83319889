import { OperationalError, type IHttpRequestHelper, type IHttpRequestOptions } from 'n8n-workflow';

import { within } from '../deadline';
import { deliver } from '../deliver';
import { refusalForThrown } from '../failures';
import type { Answer, Outcome } from '../outcome';
import { Pace } from '../pace';
import { HASTY_POLICY } from '../retry';
import { readThrown } from '../thrown';

/** Milliseconds for an answer of the login server, whose calls are all small. */
const TIMEOUT = 30_000;

/** Asks SuperOffice's login server. Whatever it answers comes back; redirects are not followed. */
export type AskLogin = (request: IHttpRequestOptions) => Promise<Answer>;

/** A second ticket does no harm: all calls of the login server may be made again. */
const REPEATABLE = { expect: 'dictionary', readsOnly: true } as const;

function unreachable(url: string, error: unknown): never {
	const read = readThrown(error);
	// Without a code it is n8n itself that refused.
	const what = read.code === undefined ? read.words : refusalForThrown(read).what;
	throw new OperationalError(
		`${new URL(url).host}: ${what}. Check the network, and the proxy if there is one, between n8n and SuperOffice.`,
	);
}

/**
 * A way to SuperOffice's login server, which is asked again where that may help.
 * @throws OperationalError when there is no answer
 */
export function loginAsker({ helpers }: IHttpRequestHelper): AskLogin {
	return async (request) => {
		const ask = async (): Promise<Outcome> => {
			const options: IHttpRequestOptions = {
				...request,
				headers: { Accept: 'application/json', ...request.headers },
				timeout: TIMEOUT,
				disableFollowRedirect: true,
				returnFullResponse: true,
				ignoreHttpStatusErrors: true,
			};
			const asked = within(
				TIMEOUT,
				async (abortSignal) => (await helpers.httpRequest({ ...options, abortSignal })) as Answer,
			);
			return await asked.then(
				(answer) => ({ answer, url: request.url }),
				(thrown: unknown) => ({ thrown }),
			);
		};
		const outcome = await deliver(REPEATABLE, ask, new Pace(1), { policy: HASTY_POLICY });
		return 'thrown' in outcome ? unreachable(request.url, outcome.thrown) : outcome.answer;
	};
}
