import { OperationalError } from 'n8n-workflow';

import type { Outcome } from './outcome';
import { abortableSleep } from './abortableSleep';
import { UNREACHABLE_TRIES } from './retry';

/** Successful responses per slot before the limit grows by one. */
const RESPONSES_BEFORE_GROWTH = 10;

/** A slot of the limiter. */
export interface Slot {
	/** Number of reductions of the limit when it was acquired. */
	reductions: number;
	/** Whether it probes a half-open circuit. */
	isProbe: boolean;
}

/**
 * Adaptive concurrency limiter with a circuit breaker. The first request runs alone, so that a
 * wrong password is tried once. On overload all wait and the limit is halved; successful responses
 * raise it again.
 */
export class ConcurrencyLimiter {
	private active = 0;

	private limit = 1;

	/** Whether the server has answered at all. */
	hasAnswered = false;

	private reductions = 0;

	/** Successful responses since the limit changed. */
	private good = 0;

	private pausedUntil = 0;

	/** The outcome that paused all requests. */
	private reason: Outcome | undefined;

	private waiting: Array<() => void> = [];

	/** Time of the last response, in milliseconds since 1970. */
	private answeredAt = Date.now();

	/**
	 * Half-open circuit: no response for longer than the retry budget, so that one request at a
	 * time probes.
	 */
	private isHalfOpen = false;

	/** Probes without a response. */
	private failedProbes = 0;

	constructor(private readonly maxConcurrent: number) {}

	/** Open circuit: nothing is sent any more, as each request might wait for minutes. */
	get isCircuitOpen(): boolean {
		return this.failedProbes >= UNREACHABLE_TRIES;
	}

	private circuitOpenOutcome(): Outcome {
		const seconds = Math.round((Date.now() - this.answeredAt) / 1000);
		const words = `SuperOffice has not answered any request for ${seconds} s, so this one was not sent`;
		return { thrown: new OperationalError(words) };
	}

	/**
	 * Waits for a slot.
	 * @param end milliseconds since 1970 after which it is too late
	 * @returns a slot; the outcome that explains why there is none in time; undefined if aborted
	 */
	async acquire(end: number, signal?: AbortSignal): Promise<Slot | Outcome | undefined> {
		while (!signal?.aborted) {
			const left = this.pausedUntil - Date.now();
			const isTooLong = this.isCircuitOpen || this.pausedUntil > end;
			if (this.reason && left > 0 && isTooLong) return this.reason;
			if (this.isCircuitOpen) return this.circuitOpenOutcome();
			if (left > 0) await abortableSleep(left, signal);
			else if (this.active < (this.isHalfOpen ? 1 : this.limit)) {
				this.active += 1;
				return { reductions: this.reductions, isProbe: this.isHalfOpen };
			} else await new Promise<void>((resolve) => this.waiting.push(resolve));
		}
		return undefined;
	}

	/** A request was given up after its retry budget in milliseconds. */
	onGivenUp(time: number): void {
		this.isHalfOpen = Date.now() - this.answeredAt > time;
	}

	/** A request got no response, or was refused for lack of capacity. */
	onUnanswered({ isProbe }: Slot): void {
		if (isProbe) this.failedProbes += 1;
	}

	/** Releases a slot, and wakes up waiting requests. */
	release(): void {
		this.active -= 1;
		for (const wake of this.waiting.splice(0)) wake();
	}

	/** The server has responded to a request. */
	onAnswered(): void {
		this.isHalfOpen = false;
		this.failedProbes = 0;
		this.answeredAt = Date.now();
		this.good += 1;
		if (!this.hasAnswered) this.limit = this.maxConcurrent;
		else if (this.limit < this.maxConcurrent && this.good >= this.limit * RESPONSES_BEFORE_GROWTH) {
			this.limit += 1;
		} else return;
		this.hasAnswered = true;
		this.good = 0;
	}

	/**
	 * The server is overloaded.
	 * @param slot of the refused request: requests of one time reduce the limit once
	 * @param wait milliseconds for which all requests pause
	 */
	onOverload({ reductions }: Slot, reason: Outcome, wait: number): void {
		const until = Date.now() + wait;
		if (until > this.pausedUntil) [this.pausedUntil, this.reason] = [until, reason];
		if (reductions !== this.reductions) return;
		this.reductions += 1;
		this.limit = Math.max(1, Math.floor(this.limit / 2));
		this.good = 0;
	}
}
