/* eslint-disable @n8n/community-nodes/no-restricted-imports, @n8n/community-nodes/no-restricted-globals -- measures n8n from within for the benchmark, never part of the package */
import { readFileSync, writeFileSync } from 'node:fs';
import { Session } from 'node:inspector/promises';
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
	/** Bytes that are in use on the heap, more than before, after garbage was collected. */
	kept: number;
	/** Items that came out, and the indexes and words of those that are errors. */
	items: number;
	errors: Array<{ item: number; words: string }>;
}

interface Start {
	cpu: NodeJS.CpuUsage;
	rss: number;
	heap: number;
	profiler?: Session;
}

/** That of the execution under way: the benchmark runs one at a time. */
let start: Start | undefined;

setFlagsFromString('--expose-gc');
const collectGarbage = runInNewContext('gc') as () => void;

const heapInUse = () => {
	collectGarbage();
	return process.memoryUsage().heapUsed;
};

/** Bytes; the highest resident size since it was last forgotten (proc(5)). */
const highestSize = () =>
	Number(/VmHWM:\s+(\d+)/.exec(readFileSync('/proc/self/status', 'utf8'))?.[1]) * 1024;

/** Forgets the highest resident size (proc(5), clear_refs). */
const forgetHighestSize = () => writeFileSync('/proc/self/clear_refs', '5');

/**
 * Begins to measure n8n's process.
 * @param isProfiled whether to record where the time goes, too
 */
export async function begin(isProfiled: boolean): Promise<void> {
	const heap = heapInUse();
	const rss = process.memoryUsage.rss();
	forgetHighestSize();
	let profiler: Session | undefined;
	if (isProfiled) {
		profiler = new Session();
		profiler.connect();
		await profiler.post('Profiler.enable');
		await profiler.post('Profiler.start');
	}
	start = { heap, rss, profiler, cpu: process.cpuUsage() };
}

/**
 * Ends it.
 * @param input the items that came out
 * @param profile the file for what was recorded
 */
export async function end(input: INodeExecutionData[], profile: string): Promise<Spent> {
	if (!start) throw new Error('Nothing was begun');
	const { user, system } = process.cpuUsage(start.cpu);
	const peak = highestSize();
	if (start.profiler) {
		const found = await start.profiler.post('Profiler.stop');
		writeFileSync(profile, JSON.stringify(found.profile));
		start.profiler.disconnect();
	}
	return {
		cpu: (user + system) / 1000,
		peak,
		grown: peak - start.rss,
		kept: heapInUse() - start.heap,
		items: input.length,
		errors: input.flatMap(({ json, error }, item) =>
			(json.error ?? error) ? [{ item, words: JSON.stringify(json) }] : [],
		),
	};
}
