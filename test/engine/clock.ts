/* eslint-disable @n8n/community-nodes/no-restricted-globals -- a clock of the tests, never part of the package */

/** How many times quicker than the world's this process's clock goes, by which the package waits and tells time. */
let speed = 1;

const { now } = Date;
let set = now();
let shown = set;
Date.now = () => shown + (now() - set) * speed;

const { setTimeout: wait } = globalThis;
const quicker = (work: () => void, time = 0, ...rest: []) => wait(work, time / speed, ...rest);
globalThis.setTimeout = Object.assign(quicker, wait) as typeof wait;
const { timeout } = AbortSignal;
AbortSignal.timeout = (time) => timeout.call(AbortSignal, Math.ceil(time / speed));

/** Sets the clock right, and lets it go at this speed from now on. */
export function startClock(wanted = 1): void {
	speed = wanted;
	set = shown = now();
}

/** Lets milliseconds pass at once. */
export function passTime(time: number): void {
	shown += time;
}
