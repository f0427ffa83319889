/* eslint-disable @n8n/community-nodes/no-restricted-globals -- a clock of the tests, never part of the package */

/** How many times quicker than the world's this process's clock goes, by which the package waits and tells time. */
const speed = Number(process.env.N8N_ENGINE_SPEED ?? 1);

let passed = 0;

const { now } = Date;
const start = now();
Date.now = () => start + (now() - start) * speed + passed;

if (speed !== 1) {
	const { setTimeout: wait } = globalThis;
	const quicker = (work: () => void, time = 0, ...rest: []) => wait(work, time / speed, ...rest);
	globalThis.setTimeout = Object.assign(quicker, wait) as typeof wait;
	const { timeout } = AbortSignal;
	AbortSignal.timeout = (time) => timeout.call(AbortSignal, Math.ceil(time / speed));
}

/** Lets milliseconds pass at once. */
export function passTime(time: number): void {
	passed += time;
}
