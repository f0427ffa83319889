import { OperationalError, sleep } from 'n8n-workflow';

import type { Json } from '../json';
import { bodyOf, refusalIn, type Outcome, type Wanted } from './outcome';
import type { Pace, Place } from './pace';
import { pause } from './pause';
import { judge, retryAfter, TRIES_FOR_NOBODY, waitAfter, type RetryPolicy } from './retry';

/** What a request says about being tried again. */
export interface Deliverable extends Wanted {
	/** Whether the call changes nothing, so that a failed one may be made again. */
	readsOnly?: boolean;
	/**
	 * Looks for what a write has made, before it is sent again, and where nobody knows what became of it.
	 * @returns what the write would have answered; undefined where it is not there
	 */
	findDone?(): Promise<Json | undefined>;
}

/** How patiently a request is delivered. */
export interface Patience {
	policy: RetryPolicy;
	/** Ends all waiting; what is on its way to the server is not called back. */
	signal?: AbortSignal;
}

/** The signal has ended the waiting for a request that was not sent. */
export class Stopped extends OperationalError {}

/** Milliseconds for which a write is looked for of which nobody knows: so late a server may still save it. */
const LOOKING = 30_000;

const isPlace = (entry: Place | Outcome): entry is Place => 'cuts' in entry;

/** A search that was stopped has found nothing. */
function unlessStopped(error: unknown): undefined {
	if (!(error instanceof Stopped)) throw error;
}

/** Looks for what a write may have made, for some milliseconds, with growing waits in between and at the end. */
async function look(
	findDone: () => Promise<Json | undefined>,
	time: number,
	signal?: AbortSignal,
): Promise<Outcome | undefined> {
	const end = Date.now() + time;
	for (let looked = 1; ; looked += 1) {
		const left = Math.max(0, end - Date.now());
		const wait = waitAfter(looked, 0, Math.random());
		await pause(Math.min(left, wait), signal);
		const body = await findDone().catch(unlessStopped);
		if (body !== undefined) return { answer: { statusCode: 200, headers: {}, body }, url: '' };
		if (wait >= left || signal?.aborted) return undefined;
	}
}

/**
 * Sends a request until it is answered for good, or patience ends. What writes is sent again only where the server
 * has not taken it, and where `findDone`, if there is one, does not find it; where nobody knows, it is only looked for.
 * @param send sends it once; that it failed is an outcome, too
 * @throws Stopped when the signal comes before the request is sent; what `findDone` and `send` throw
 */
export async function deliver(
	request: Deliverable,
	send: () => Promise<Outcome>,
	pace: Pace,
	{ policy, signal }: Patience,
): Promise<Outcome> {
	const end = Date.now() + policy.time;
	const { readsOnly = false, findDone } = request;
	let failures = 0;
	for (let tried = 1; ; tried += 1) {
		const entry = await pace.enter(end, signal);
		if (!entry) throw new Stopped('The execution was stopped');
		if (!isPlace(entry)) return entry;
		const outcome = await send().catch((error: unknown) => {
			pace.leave();
			throw error;
		});
		const { retry, isWordOfOthers } = refusalIn(outcome);
		const verdict = judge(request, readsOnly, outcome);
		const asked = verdict === 'overloaded' ? retryAfter(outcome, Date.now()) : undefined;
		const wait = waitAfter(tried, asked ?? 0, Math.random());
		if (verdict === 'overloaded') pace.slowDown(entry, outcome, wait);
		if (verdict !== 'overloaded' && 'answer' in outcome) pace.answered();
		else pace.unanswered(entry);
		if (retry === 'once') failures += 1;
		const isNobody = 'thrown' in outcome && !pace.isProved;
		const most = isNobody ? Math.min(policy.tries, TRIES_FOR_NOBODY) : policy.tries;
		const isLast = pace.isHopeless || failures > 1 || tried >= most || Date.now() + wait > end;
		if (verdict === 'unknown' || (isLast && verdict !== 'final')) pace.givenUp(policy.time);
		const isGood = verdict === 'final' && bodyOf(request, outcome) !== undefined;
		if (isGood) pace.leave();
		// Whoever asked may end all: then nobody takes the place.
		else void sleep(0).then(() => pace.leave());
		if (verdict === 'final') return outcome;
		const isDoubtful = verdict === 'unknown' || isWordOfOthers === true;
		if (findDone && (isDoubtful || (!isLast && 'answer' in outcome))) {
			const time = isDoubtful ? Math.min(LOOKING, policy.time) : 0;
			const found = await look(findDone, time, signal).catch((error: unknown) => {
				if (isDoubtful) throw error;
				return outcome;
			});
			if (found) return found;
			if (isDoubtful && asked === undefined) return outcome;
			if (Date.now() > end) return outcome;
		}
		if (isLast || verdict === 'unknown') return outcome;
		if (verdict === 'passing') await pause(wait, signal);
	}
}
