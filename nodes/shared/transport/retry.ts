import { DateTime } from 'luxon';

import { acceptedBody, errorInfoFor, type Outcome, type ExpectedResponse } from './outcome';

/** Limits of retries. */
export interface RetryPolicy {
	/** Tries, the first one included. */
	maxTries: number;
	/** Milliseconds from the start after which no further try begins. */
	maxTime: number;
}

/** SuperOffice names no limits of its own: this outlasts a restart of its web service. */
export const DEFAULT_RETRY: RetryPolicy = { maxTries: 10, maxTime: 120_000 };

/** For interactive use, while a user waits for the form. */
export const INTERACTIVE_RETRY: RetryPolicy = { maxTries: 2, maxTime: 10_000 };

/** Tries while no response has ever come, as the address is probably wrong. */
export const UNREACHABLE_TRIES = 3;

/** Milliseconds before the second try; doubled for each further one, up to the longest. */
const BACKOFF = { first: 1_000, longest: 30_000 };

/** What to do after a try. */
export type RetryDecision =
	/** Done: it has succeeded, or a retry would not help. */
	| 'final'
	/** Not processed, as the server is overloaded: all requests pause. */
	| 'overloaded'
	/** Another try may succeed. */
	| 'transient'
	/** Ambiguous: a write may have been done or not. */
	| 'unknown';

/**
 * Whether to try again. What writes is only tried again where the server certainly has not taken it.
 * @param readsOnly whether the request changes nothing
 */
export function decideRetry(
	expected: ExpectedResponse,
	readsOnly: boolean,
	outcome: Outcome,
): RetryDecision {
	if (acceptedBody(expected, outcome) !== undefined) return 'final';
	const { retry, outcomeUnknown } = errorInfoFor(outcome);
	if (retry === 'all') return 'overloaded';
	if (readsOnly) return retry === undefined ? 'final' : 'transient';
	return outcomeUnknown ? 'unknown' : 'final';
}

/**
 * Milliseconds that a server asks to wait (RFC 9110, section 10.2.3: seconds or a date).
 * @returns undefined where it asks for nothing, or for nothing that can be read
 */
export function retryAfter(outcome: Outcome, now: number): number | undefined {
	if ('thrown' in outcome) return undefined;
	const given = String(outcome.answer.headers['retry-after'] ?? '').trim();
	if (/^\d{1,9}$/.test(given)) return Number(given) * 1000;
	const date = DateTime.fromHTTP(given);
	return date.isValid ? Math.max(0, date.toMillis() - now) : undefined;
}

/**
 * Milliseconds before the next try: as long as the server asks, and at random between half and the
 * whole of what doubles with each try at least, so that requests that failed together are not
 * repeated together (jitter).
 * @param tries how often it was tried
 * @param requestedWait milliseconds that the server asks to wait
 * @param random from 0 to 1
 */
export function backoffDelay(tries: number, requestedWait: number, random: number): number {
	const longest = Math.min(BACKOFF.longest, BACKOFF.first * 2 ** (tries - 1));
	return Math.max(requestedWait, Math.round(longest * (0.5 + random / 2)));
}
