import { OperationalError } from 'n8n-workflow';

import type { Outcome } from './outcome';
import { pause } from './pause';

/** How many good answers, for each request at once, make room for one more. */
const ANSWERS_BEFORE_GROWTH = 10;

/** A place among the requests under way. */
export interface Place {
	/** How often the places had been cut down when it was taken. */
	cuts: number;
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

	/** Whether nobody was answered for so long that, until somebody is, each is tried once and none waits. */
	isHopeless = false;

	/** Nobody is sent behind one that may wait for minutes for an answer. */
	private readonly unsent: Outcome = {
		thrown: new OperationalError(
			'SuperOffice has answered none of the requests before, so that this one was not sent',
		),
	};

	constructor(private readonly most: number) {}

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
			if (this.isHopeless && this.underWay > 0) return this.unsent;
			if (left > 0) await pause(left, signal);
			else if (this.underWay < this.places) {
				this.underWay += 1;
				return { cuts: this.cuts };
			} else await new Promise<void>((resolve) => this.waiting.push(resolve));
		}
		return undefined;
	}

	/** Somebody gives up, who would have tried for so many milliseconds. */
	givenUp(time: number): void {
		this.isHopeless = Date.now() - this.answeredAt > time;
	}

	/** Gives a place back; those who wait look again. */
	leave(): void {
		this.underWay -= 1;
		for (const wake of this.waiting.splice(0)) wake();
	}

	/** The server has looked at a request. */
	answered(): void {
		this.isHopeless = false;
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
