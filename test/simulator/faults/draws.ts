import type { After, Before, Faults, Latency } from './faults';
import { AFTERWARDS, INSTEAD } from './answers';

/** What happens to a request, drawn when it arrives. */
export interface Fate {
	before?: Before;
	after?: After;
	/** Milliseconds. */
	pause: number;
}

/** Mulberry32, a small generator with a seed, as numbers from 0 to below 1. */
export function randomNumbers(seed: number): () => number {
	let state = seed;
	return () => {
		state = (state + 0x6d2b79f5) | 0;
		let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
		mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
		return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
	};
}

/** @param drawn two numbers from 0 to below 1 */
function pauseOf(latency: Latency, drawn: [number, number]): number {
	if (typeof latency === 'number') return latency;
	if (latency.distribution === 'uniform') {
		return latency.from + drawn[0] * (latency.to - latency.from);
	}
	// Box and Muller's way from even to normal numbers.
	const normal = Math.sqrt(-2 * Math.log(1 - drawn[0])) * Math.cos(2 * Math.PI * drawn[1]);
	return latency.median * Math.exp(latency.sigma * normal);
}

const shareOf = (faults: Faults, kind: Before | After): number =>
	kind === 'slowLoris' ? (faults.slowLoris?.share ?? 0) : (faults[kind] ?? 0);

const KINDS = {
	before: Object.keys(INSTEAD) as Before[],
	after: Object.keys(AFTERWARDS) as After[],
};

/**
 * Draws the fates of requests, one after the other. Each takes as many numbers whatever is asked for: neither
 * another share nor another latency shifts what happens to the requests behind.
 */
export function fates(seed: number): (faults: Faults) => Fate {
	const random = randomNumbers(seed);
	return (faults) => {
		const happening = <Kind extends Before | After>(kinds: Kind[]) =>
			kinds.map((kind) => random() < shareOf(faults, kind));
		const before = happening(KINDS.before);
		const after = happening(KINDS.after);
		const pause = pauseOf(faults.latency ?? 0, [random(), random()]);
		const first = KINDS.before[before.indexOf(true)];
		return first ? { before: first, pause } : { after: KINDS.after[after.indexOf(true)], pause };
	};
}
