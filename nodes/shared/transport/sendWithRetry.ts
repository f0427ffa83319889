import { OperationalError, sleep } from 'n8n-workflow';

import type { Json } from '../json';
import { acceptedBody, errorInfoFor, type Outcome, type ExpectedResponse } from './outcome';
import type { ConcurrencyLimiter, Slot } from './concurrencyLimiter';
import { abortableSleep } from './abortableSleep';
import {
	decideRetry,
	retryAfter,
	UNREACHABLE_TRIES,
	backoffDelay,
	type RetryPolicy,
} from './retry';

/** The parts of a request that control retries. */
export interface RetryableRequest extends ExpectedResponse {
	/** Whether the call changes nothing, so that a failed one may be made again. */
	readsOnly?: boolean;
	/**
	 * Searches for the result of a write, before it is sent again and when its outcome is unknown.
	 * @returns the response that the write would have had; undefined if nothing was found
	 */
	findExistingResult?(): Promise<Json | undefined>;
}

/** How a request is retried. */
export interface RetryOptions {
	policy: RetryPolicy;
	/** Aborts waiting; requests in flight are not aborted. */
	signal?: AbortSignal;
}

/** The request was not sent, as the signal aborted the wait. */
export class RequestStopped extends OperationalError {}

/**
 * Milliseconds for which the result of an ambiguous write is searched: a server may save it that
 * late.
 */
const LOOKUP_TIME = 30_000;

const isSlot = (slot: Slot | Outcome): slot is Slot => 'reductions' in slot;

/** A search that was aborted has no result. */
function undefinedIfStopped(error: unknown): undefined {
	if (!(error instanceof RequestStopped)) throw error;
}

/** Searches repeatedly for the result of a write, with growing waits between and at the end. */
async function findResult(
	findExistingResult: () => Promise<Json | undefined>,
	time: number,
	signal?: AbortSignal,
): Promise<Outcome | undefined> {
	const end = Date.now() + time;
	for (let lookups = 1; ; lookups += 1) {
		const remaining = Math.max(0, end - Date.now());
		const wait = backoffDelay(lookups, 0, Math.random());
		await abortableSleep(Math.min(remaining, wait), signal);
		const body = await findExistingResult().catch(undefinedIfStopped);
		if (body !== undefined) return { answer: { statusCode: 200, headers: {}, body }, url: '' };
		if (wait >= remaining || signal?.aborted) return undefined;
	}
}

/**
 * Sends a request with retries. A write is sent again only if the server has certainly not
 * processed it, and `findExistingResult` (if given) finds nothing; if the outcome is unknown, it is
 * only searched for.
 * @param send sends it once; a failure is an outcome, too
 * @throws RequestStopped when the signal comes before the request is sent; what `findExistingResult` and
 * `send` throw
 */
export async function sendWithRetry(
	request: RetryableRequest,
	send: () => Promise<Outcome>,
	limiter: ConcurrencyLimiter,
	{ policy, signal }: RetryOptions,
): Promise<Outcome> {
	const end = Date.now() + policy.maxTime;
	const { readsOnly = false, findExistingResult } = request;
	let failures = 0;
	for (let tries = 1; ; tries += 1) {
		const slot = await limiter.acquire(end, signal);
		if (!slot) throw new RequestStopped('The execution was stopped');
		if (!isSlot(slot)) return slot;
		const outcome = await send().catch((error: unknown) => {
			limiter.release();
			throw error;
		});
		const { retry, mayBeFromGateway } = errorInfoFor(outcome);
		const decision = decideRetry(request, readsOnly, outcome);
		const requestedWait = decision === 'overloaded' ? retryAfter(outcome, Date.now()) : undefined;
		const wait = backoffDelay(tries, requestedWait ?? 0, Math.random());
		if (decision === 'overloaded') limiter.onOverload(slot, outcome, wait);
		if (decision !== 'overloaded' && 'answer' in outcome) limiter.onAnswered();
		else limiter.onUnanswered(slot);
		if (retry === 'once') failures += 1;
		const isUnreachable = 'thrown' in outcome && !limiter.hasAnswered;
		const maxTries = isUnreachable ? Math.min(policy.maxTries, UNREACHABLE_TRIES) : policy.maxTries;
		const isLast =
			limiter.isCircuitOpen || failures > 1 || tries >= maxTries || Date.now() + wait > end;
		if (decision === 'unknown' || (isLast && decision !== 'final'))
			limiter.onGivenUp(policy.maxTime);
		const isGood = decision === 'final' && acceptedBody(request, outcome) !== undefined;
		if (isGood) limiter.release();
		// Released later: the caller may stop the execution first.
		else void sleep(0).then(() => limiter.release());
		if (decision === 'final') return outcome;
		const isAmbiguous = decision === 'unknown' || mayBeFromGateway === true;
		if (findExistingResult && (isAmbiguous || (!isLast && 'answer' in outcome))) {
			const time = isAmbiguous ? Math.min(LOOKUP_TIME, policy.maxTime) : 0;
			const found = await findResult(findExistingResult, time, signal).catch((error: unknown) => {
				if (isAmbiguous) throw error;
				return outcome;
			});
			if (found) return found;
			if (isAmbiguous && requestedWait === undefined) return outcome;
			if (Date.now() > end) return outcome;
		}
		if (isLast || decision === 'unknown') return outcome;
		if (decision === 'transient') await abortableSleep(wait, signal);
	}
}
