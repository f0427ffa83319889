import { DateTime } from 'luxon';

import { bodyOf, refusalIn, type Outcome, type Wanted } from './outcome';

/** How often, and for how long, a request is tried. */
export interface RetryPolicy {
	/** Tries, the first one included. */
	tries: number;
	/** Milliseconds from the beginning on, after which no other try begins. */
	time: number;
}

/** SuperOffice names no limits of its own: this outlasts a restart of its web service. */
export const USUAL_POLICY: RetryPolicy = { tries: 10, time: 120_000 };

/** While a person waits for a form. */
export const HASTY_POLICY: RetryPolicy = { tries: 2, time: 10_000 };

/** Tries where nobody has answered yet, as the address is probably wrong. */
export const TRIES_FOR_NOBODY = 3;

/** Milliseconds before the second try; doubled for each further one, up to the longest. */
const BACKOFF = { first: 1_000, longest: 30_000 };

/** What an outcome means for the next try. */
export type Verdict =
	/** It is what was wanted, or will stay what it is. */
	| 'final'
	/** The request was not taken, as the server has more than it can do: everyone waits. */
	| 'overloaded'
	/** Another try may succeed. */
	| 'passing'
	/** It may have been done or not. */
	| 'unknown';

/**
 * Whether to try again. What writes is only tried again where the server certainly has not taken it.
 * @param readsOnly whether the request changes nothing
 */
export function judge(wanted: Wanted, readsOnly: boolean, outcome: Outcome): Verdict {
	if (bodyOf(wanted, outcome) !== undefined) return 'final';
	const { retry, mayBeDone } = refusalIn(outcome);
	if (retry === 'all') return 'overloaded';
	if (readsOnly) return retry === undefined ? 'final' : 'passing';
	return mayBeDone ? 'unknown' : 'final';
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
 * whole of what doubles with each try at least, so that those who failed together do not come back
 * together.
 * @param tried how often it was tried
 * @param asked milliseconds that the server asks to wait
 * @param random from 0 to 1
 */
export function waitAfter(tried: number, asked: number, random: number): number {
	const longest = Math.min(BACKOFF.longest, BACKOFF.first * 2 ** (tried - 1));
	return Math.max(asked, Math.round(longest * (0.5 + random / 2)));
}
