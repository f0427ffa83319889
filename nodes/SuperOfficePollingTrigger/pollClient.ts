import { NodeOperationError, type INode } from 'n8n-workflow';

import type { EntityDefinition } from '../entities/entity';
import type { Seconds } from '../shared/archive/cursor';
import type { Json } from '../shared/json';
import type { RetryOptions } from '../shared/transport/sendWithRetry';
import type { Outcome } from '../shared/transport/outcome';
import type { ApiRequest, Session } from '../shared/transport/session';
import { DateTime } from 'luxon';

/**
 * Sends the requests of a poll, and learns the time on SuperOffice's server from their responses.
 */
export interface PollClient {
	request(request: ApiRequest): Promise<Json>;
	/**
	 * The server's time before the first request. n8n's clock may be hours off: it only measures
	 * how long a response took.
	 * @throws NodeOperationError where the response has no header Date
	 */
	now(): Seconds;
}

/** The time in an answer's header Date, which is in whole seconds (RFC 9110, section 6.6.1). */
function responseTime(outcome: Outcome): Seconds | undefined {
	if ('thrown' in outcome) return undefined;
	const date = DateTime.fromHTTP(String(outcome.answer.headers.date ?? ''));
	return date.isValid ? date.toSeconds() : undefined;
}

const NEXT_POLL =
	'No change is lost: the next poll finds everything that has changed since the last successful one.';

const NO_TIME = "SuperOffice's answer has no Date header, which the node needs to find changes";

/** Creates the client of one poll. */
export function createPollClient(
	node: INode,
	{ words }: EntityDefinition,
	session: Session,
	retryOptions: RetryOptions,
): PollClient {
	let first: Seconds | undefined;
	return {
		async request(request) {
			const begun = Date.now();
			const purpose = `looking for changed ${words.many}`;
			const all = { ...request, purpose, nextAttempt: NEXT_POLL };
			const outcome = await session.send(all, retryOptions);
			const answer = await session.readBody(all, outcome, 0);
			const took = Math.max(0, Date.now() - begun) / 1000;
			const time = responseTime(outcome);
			if (time !== undefined) first ??= time - took;
			return answer;
		},
		now() {
			if (first !== undefined) return first;
			const description =
				'Check whether something between n8n and SuperOffice, such as a proxy, takes it out.';
			throw new NodeOperationError(node, NO_TIME, { description });
		},
	};
}
