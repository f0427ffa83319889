import { OperationalError } from 'n8n-workflow';

import type { Outcome } from './outcome';
import { pause } from './pause';
import { TRIES_FOR_NOBODY } from './retry';

/** How many good answers, for each request at once, make room for one more. */
const ANSWERS_BEFORE_GROWTH = 10;

/** A place among the requests under way. */
export interface Place {
	/** How often the places had been cut down when it was taken. */
	cuts: number;
	/** Whether it shows if anybody is answered any more. */
	isProbe: boolean;
}

/**
 * How many requests of an execution are under way at once. The first one goes alone, so that a wrong
 * password is tried once. When the server has more than it can do, all wait, and half as many go on;
 * good answers make room again.
 */
export class Pace {
	private underWay = 0;

	private places = 1;

	/** Whether the server has answered at all. */
	isProved = false;

	private cuts = 0;

	/** Good answers since the places last changed. */
	private good = 0;

	private pausedUntil = 0;

	/** Why all wait. */
	private reason: Outcome | undefined;

	private waiting: Array<() => void> = [];

	/** When the server last looked at a request, in milliseconds since 1970. */
	private answeredAt = Date.now();

	/** Whether nobody was answered for so long that those under way are waited for, and then one goes alone. */
	private isDoubtful = false;

	/** How many went alone since, and were not answered. */
	private inVain = 0;

	constructor(private readonly most: number) {}

	/** Whether nothing is sent any more: each might wait for minutes for an answer. */
	get isHopeless(): boolean {
		return this.inVain >= TRIES_FOR_NOBODY;
	}

	private unsent(): Outcome {
		const seconds = Math.round((Date.now() - this.answeredAt) / 1000);
		const words = `SuperOffice has answered no request for ${seconds} s, so that this one was not sent`;
		return { thrown: new OperationalError(words) };
	}

	/**
	 * Waits for a place.
	 * @param end milliseconds since 1970 after which it is too late
	 * @returns a place; or why there is none in time; or undefined when the signal ends it
	 */
	async enter(end: number, signal?: AbortSignal): Promise<Place | Outcome | undefined> {
		while (!signal?.aborted) {
			const left = this.pausedUntil - Date.now();
			const isTooLong = this.isHopeless || this.pausedUntil > end;
			if (this.reason && left > 0 && isTooLong) return this.reason;
			if (this.isHopeless) return this.unsent();
			if (left > 0) await pause(left, signal);
			else if (this.underWay < (this.isDoubtful ? 1 : this.places)) {
				this.underWay += 1;
				return { cuts: this.cuts, isProbe: this.isDoubtful };
			} else await new Promise<void>((resolve) => this.waiting.push(resolve));
		}
		return undefined;
	}

	/** Somebody gives up, who would have tried for so many milliseconds. */
	givenUp(time: number): void {
		this.isDoubtful = Date.now() - this.answeredAt > time;
	}

	/** A request was not answered, or only refused for want of capacity. */
	unanswered({ isProbe }: Place): void {
		if (isProbe) this.inVain += 1;
	}

	/** Gives a place back; those who wait look again. */
	leave(): void {
		this.underWay -= 1;
		for (const wake of this.waiting.splice(0)) wake();
	}

	/** The server has looked at a request. */
	answered(): void {
		this.isDoubtful = false;
		this.inVain = 0;
		this.answeredAt = Date.now();
		this.good += 1;
		if (!this.isProved) this.places = this.most;
		else if (this.places < this.most && this.good >= this.places * ANSWERS_BEFORE_GROWTH) {
			this.places += 1;
		} else return;
		this.isProved = true;
		this.good = 0;
	}

	/**
	 * The server has more than it can do.
	 * @param place of the request that was refused: those of one time cut the places down once
	 * @param wait milliseconds for which all wait
	 */
	slowDown({ cuts }: Place, reason: Outcome, wait: number): void {
		const until = Date.now() + wait;
		if (until > this.pausedUntil) [this.pausedUntil, this.reason] = [until, reason];
		if (cuts !== this.cuts) return;
		this.cuts += 1;
		this.places = Math.max(1, Math.floor(this.places / 2));
		this.good = 0;
	}
}
