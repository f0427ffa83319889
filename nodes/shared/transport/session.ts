import pick from 'lodash/pick';

import type { Json } from '../json';
import { connect, type RequestContext } from './connection';
import type { HttpRequest } from './httpRequest';
import { sendWithRetry, type RetryableRequest, type RetryOptions } from './sendWithRetry';
import { createApiError } from './errors';
import { acceptedBody, responseFault, type Outcome } from './outcome';
import { ConcurrencyLimiter } from './concurrencyLimiter';
import { DEFAULT_RETRY } from './retry';

/** One call of SuperOffice's REST API. */
export interface ApiRequest extends HttpRequest, RetryableRequest {
	/**
	 * Purpose of a request beside the item's main one, such as `looking up companies`; added to
	 * errors.
	 */
	purpose?: string;
	/**
	 * What is done already whatever this request does, and what to do about it: replaces the advice
	 * of errors.
	 */
	alreadyDone?: string;
	/** What happens next by itself; added to errors. */
	nextAttempt?: string;
	/** Whether items can do without the response: a refusal is cached. */
	isOptional?: boolean;
}

/** A session with SuperOffice for one execution of a node. */
export interface Session {
	/**
	 * Sends a request with retries; redirects are not followed.
	 * @throws what the request's `findExistingResult` throws
	 */
	send(request: ApiRequest, retryOptions: RetryOptions): Promise<Outcome>;
	/**
	 * Reads the outcome of a request, for an item.
	 * @returns the answer's body, which is of the expected kind
	 * @throws NodeApiError with SuperOffice's own message, what to do, and no secret
	 */
	readBody(request: ApiRequest, outcome: Outcome, itemIndex: number): Promise<Json>;
	/** Sends a request with retries, and reads its outcome. */
	request(request: ApiRequest, itemIndex: number, retryOptions?: RetryOptions): Promise<Json>;
}

/** Replaces a body that cannot be redacted. */
const HIDDEN_BODY = 'left out, as n8n cannot read the credential';

/** Whether a request changes nothing. */
export const isReadOnly = ({ method, readsOnly: declared = method === 'GET' }: ApiRequest) =>
	declared;

/**
 * Opens a session with the credential of the node. After a refused login every further request
 * fails without being sent, so that a wrong password cannot lock an account.
 * @param maxConcurrent how many calls are under way at once
 * @param hasMore whether there are several items, which errors then mention
 * @throws UserError when the credential's base URL is none
 */
export async function openSession(
	context: RequestContext,
	maxConcurrent = 1,
	hasMore = false,
): Promise<Session> {
	const { node, isOnline, login, send, reread, redact } = await connect(context);
	const limiter = new ConcurrencyLimiter(maxConcurrent);
	let refusedLogin: Outcome | undefined;

	async function sendOnce(request: ApiRequest): Promise<Outcome> {
		if (refusedLogin) return refusedLogin;
		const outcome = await send(request);
		if (!('answer' in outcome)) return outcome;
		if (outcome.answer.statusCode === 401) refusedLogin = outcome;
		if (!isOnline || acceptedBody(request, outcome) !== undefined) return outcome;
		// The response, which errors quote, may contain a secret that was renewed meanwhile.
		const { answer, url } = outcome;
		const hidden = { ...answer, headers: pick(answer.headers, 'retry-after'), body: HIDDEN_BODY };
		return await reread().then(
			() => outcome,
			() => ({ answer: hidden, url }),
		);
	}

	const session: Session = {
		async send(request, retryOptions) {
			const wanted = { ...request, readsOnly: isReadOnly(request) };
			return await sendWithRetry(
				wanted,
				async () => await sendOnce(request),
				limiter,
				retryOptions,
			);
		},
		async readBody(request, outcome, itemIndex) {
			const body = acceptedBody(request, outcome);
			if (body !== undefined) return body;
			const { purpose, alreadyDone, nextAttempt } = request;
			const notes = { purpose, alreadyDone, nextAttempt, readsOnly: isReadOnly(request) };
			const facts = {
				isLookedFor: request.findExistingResult !== undefined,
				fault: responseFault(request, outcome),
			};
			const base = { node, itemIndex, redact, isOnline, login, hasMore };
			throw createApiError({ ...base, ...notes, ...facts }, outcome);
		},
		async request(request, itemIndex, retryOptions = { policy: DEFAULT_RETRY }) {
			return await session.readBody(request, await session.send(request, retryOptions), itemIndex);
		},
	};
	return session;
}
