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
	 * Looks for what a write has made, when nobody knows what became of it.
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

/** How often a write is looked for: while the server may still be busy with it, it is not sent again. */
const LOOKS = { ended: 2, busy: 5 };

const isPlace = (entry: Place | Outcome): entry is Place => 'cuts' in entry;

/** A search that was stopped has found nothing. */
function unlessStopped(error: unknown): undefined {
	if (!(error instanceof Stopped)) throw error;
}

/** Looks for what a write may have made, with growing waits in between. */
async function look(
	{ findDone }: Deliverable,
	isBusy: boolean,
	end: number,
	signal?: AbortSignal,
): Promise<Outcome | undefined> {
	const most = isBusy ? LOOKS.busy : LOOKS.ended;
	for (let looked = 1; findDone && looked <= most; looked += 1) {
		const left = Math.max(0, end - Date.now());
		if (left === 0 && looked > LOOKS.ended) break;
		await pause(Math.min(left, waitAfter(looked, 0, Math.random())), signal);
		const body = await findDone().catch(unlessStopped);
		if (body !== undefined) return { answer: { statusCode: 200, headers: {}, body }, url: '' };
	}
	return undefined;
}

/**
 * Sends a request until it is answered for good, or patience ends. What writes is sent again only
 * where the server certainly has not taken it, or where it has ended and `findDone` finds nothing.
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
	/** The latest try of which nobody knows what became. */
	let doubt: Outcome | undefined;
	for (let tried = 1; ; tried += 1) {
		const entry = await pace.enter(end, signal);
		if (!entry && !doubt) throw new Stopped('The execution was stopped');
		if (!entry || !isPlace(entry)) return doubt ?? (entry as Outcome);
		const outcome = await send().catch((error: unknown) => {
			pace.leave();
			throw error;
		});
		const verdict = judge(request, request.readsOnly === true, outcome);
		const asked = verdict === 'overloaded' ? (retryAfter(outcome, Date.now()) ?? 0) : 0;
		const wait = waitAfter(tried, asked, Math.random());
		const isNobody = 'thrown' in outcome && !pace.isProved;
		const most = isNobody ? Math.min(policy.tries, TRIES_FOR_NOBODY) : policy.tries;
		const isLast = pace.isHopeless || tried >= most || Date.now() + wait > end;
		if (verdict === 'overloaded') pace.slowDown(entry, outcome, wait);
		else if ('answer' in outcome) pace.answered();
		if (verdict === 'unknown' || (isLast && verdict !== 'final')) pace.givenUp(policy.time);
		const isGood = verdict === 'final' && bodyOf(request, outcome) !== undefined;
		if (isGood) pace.leave();
		// Whoever asked may end all: then nobody takes the place.
		else void sleep(0).then(() => pace.leave());
		if (verdict === 'final') return isGood ? outcome : (doubt ?? outcome);
		if (verdict === 'unknown') {
			doubt = outcome;
			const isBusy = refusalIn(outcome).mayStillRun === true;
			const found = await look(request, isBusy, end, signal);
			if (found) return found;
			if (!request.findDone || isBusy || isLast) return outcome;
		} else if (isLast) return doubt ?? outcome;
		else if (verdict === 'passing') await pause(wait, signal);
	}
}
