/* eslint-disable @n8n/community-nodes/no-restricted-imports, @n8n/community-nodes/no-restricted-globals -- measures n8n from within for the benchmark, never part of the package */
import { readFileSync, writeFileSync } from 'node:fs';
import { Session } from 'node:inspector/promises';
import { setImmediate as later } from 'node:timers/promises';
import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';

import type { INodeExecutionData } from 'n8n-workflow';

/** What n8n's process spent and held between the items and the summary. */
export interface Spent {
	/** Milliseconds of CPU, of all threads. */
	cpu: number;
	/** Bytes: the highest resident size, and how much of it came up in the meantime. */
	peak: number;
	grown: number;
	/** Bytes in use on the heap without its garbage, more than before: at most, if watched, and in the end. */
	held: number;
	kept: number;
	/** Items that came out, and the indexes and words of those that are errors. */
	items: number;
	errors: Array<{ item: number; words: string }>;
}

interface Start {
	cpu: NodeJS.CpuUsage;
	rss: number;
	heap: number;
	highestHeap: number;
	watch?: NodeJS.Timeout;
	profiler?: Session;
}

/** How n8n's process is looked at, beside what costs nothing. */
export interface Looks {
	/** The file that the profile of where the time goes is written to. */
	profile?: string;
	/** Whether to look at the heap every few seconds, which takes time. */
	watchesHeap?: boolean;
}

/** Milliseconds. */
const WATCH = 5_000;

/** That of the execution under way: the benchmark runs one at a time. */
let start: Start | undefined;

setFlagsFromString('--expose-gc');
const collectGarbage = runInNewContext('gc') as () => void;

/** Bytes; what the first collection lets go of is only collected by the second. */
async function heapInUse(): Promise<number> {
	collectGarbage();
	await later();
	collectGarbage();
	return process.memoryUsage().heapUsed;
}

/** Bytes; the highest resident size since it was last forgotten (proc(5)). */
const highestSize = () =>
	Number(/VmHWM:\s+(\d+)/.exec(readFileSync('/proc/self/status', 'utf8'))?.[1]) * 1024;

/** Forgets the highest resident size (proc(5), clear_refs). */
const forgetHighestSize = () => writeFileSync('/proc/self/clear_refs', '5');

async function startProfiler(): Promise<Session> {
	const profiler = new Session();
	profiler.connect();
	await profiler.post('Profiler.enable');
	await profiler.post('Profiler.start');
	return profiler;
}

/** Begins to measure n8n's process. */
export async function begin({ profile, watchesHeap }: Looks): Promise<void> {
	const heap = await heapInUse();
	const rss = process.memoryUsage.rss();
	forgetHighestSize();
	const present: Start = { heap, highestHeap: heap, rss, cpu: process.cpuUsage() };
	start = present;
	if (profile) present.profiler = await startProfiler();
	if (!watchesHeap) return;
	const look = async () => (present.highestHeap = Math.max(present.highestHeap, await heapInUse()));
	present.watch = setInterval(() => void look(), WATCH);
}

/** Ends it, with the items that came out. */
export async function end(input: INodeExecutionData[], { profile }: Looks): Promise<Spent> {
	if (!start) throw new Error('Nothing was begun');
	const { user, system } = process.cpuUsage(start.cpu);
	const peak = highestSize();
	clearInterval(start.watch);
	if (start.profiler && profile) {
		const found = await start.profiler.post('Profiler.stop');
		writeFileSync(profile, JSON.stringify(found.profile));
		start.profiler.disconnect();
	}
	return {
		cpu: (user + system) / 1000,
		peak,
		grown: peak - start.rss,
		held: start.highestHeap - start.heap,
		kept: (await heapInUse()) - start.heap,
		items: input.length,
		errors: input.flatMap(({ json, error }, item) =>
			(json.error ?? error) ? [{ item, words: JSON.stringify(json) }] : [],
		),
	};
}
