import { OperationalError } from 'n8n-workflow';

import type { Json } from '../json';
import { bodyOf, type Outcome, type Wanted } from './outcome';
import type { Pace } from './pace';
import { pause } from './pause';
import { judge, retryAfter, waitAfter, type RetryPolicy } from './retry';

/** What a request says about being tried again. */
export interface Deliverable extends Wanted {
	/** Whether the call changes nothing, so that a failed one may be made again. */
	readsOnly?: boolean;
	/**
	 * Looks for what a write has made, when nobody knows what became of it.
	 * @returns what the write would have answered; undefined where it was not done, so that it is sent again
	 */
	findDone?(): Promise<Json | undefined>;
}

/** How patiently a request is delivered. */
export interface Patience {
	policy: RetryPolicy;
	/** Ends all waiting; what is under way goes on. */
	signal?: AbortSignal;
}

/** The signal has ended the waiting for a request that was not sent. */
export class Stopped extends OperationalError {}

/** A search that was stopped has found nothing. */
function unlessStopped(error: unknown): undefined {
	if (!(error instanceof Stopped)) throw error;
}

const asOutcome = (body: Json): Outcome => ({
	answer: { statusCode: 200, headers: {}, body },
	url: '',
});

const isLookedAt = (outcome: Outcome) => 'answer' in outcome && outcome.answer.statusCode !== 401;

/**
 * Sends a request until it is answered for good, or patience ends. What writes is sent again only
 * where the server certainly has not taken it, or where `findDone` tells so.
 * @param send sends it once, and never throws
 * @throws Stopped when the signal comes before the request is sent; what `findDone` throws
 */
export async function deliver(
	request: Deliverable,
	send: () => Promise<Outcome>,
	pace: Pace,
	{ policy, signal }: Patience,
): Promise<Outcome> {
	const end = Date.now() + policy.time;
	/** The latest try of which nobody knows what became. */
	let doubt: Outcome | undefined;
	for (let tried = 1; ; tried += 1) {
		const entry = await pace.enter(end, signal);
		if (entry === undefined || !('cuts' in entry)) {
			const last = doubt ?? entry;
			if (last) return last;
			throw new Stopped('The execution was stopped');
		}
		const outcome = await send();
		const verdict = judge(request, request.readsOnly === true, outcome);
		const asked = retryAfter(outcome, Date.now());
		const wait = waitAfter(tried, asked, Math.random());
		const tries = pace.isHopeless ? 1 : policy.tries;
		const isLast = tried >= tries || Date.now() + wait > end || signal?.aborted === true;
		if (verdict === 'overloaded') {
			if (!isLast || asked !== undefined) pace.slowDown(entry, outcome, wait);
			if (isLast) pace.givenUp(policy.time);
		} else if (isLookedAt(outcome)) pace.answered();
		pace.leave();
		if (verdict === 'final') {
			return bodyOf(request, outcome) === undefined ? (doubt ?? outcome) : outcome;
		}
		if (verdict === 'unknown') {
			doubt = outcome;
			if (!request.findDone) return outcome;
		} else if (isLast) return doubt ?? outcome;
		if (verdict !== 'overloaded') await pause(wait, signal);
		if (verdict !== 'unknown') continue;
		// What the server may still be busy with is looked for after the wait.
		const found = await request.findDone?.().catch(unlessStopped);
		if (found !== undefined) return asOutcome(found);
		if (isLast) return outcome;
	}
}
