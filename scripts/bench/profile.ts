/* eslint-disable @n8n/community-nodes/no-restricted-imports -- a part of a command, never part of the package */
import { readFileSync } from 'node:fs';

interface Frame {
	functionName: string;
	url: string;
	lineNumber: number;
}

/** A profile as V8 writes it (Chrome DevTools Protocol, Profiler.Profile). */
interface Profile {
	nodes: Array<{ id: number; callFrame: Frame; children?: number[] }>;
	/** What ran, by sample, and the microseconds since the sample before. */
	samples: number[];
	timeDeltas: number[];
}

/** A share of the time, from 0 to 1, in which something ran. */
export interface Share {
	of: string;
	/** Itself. */
	self: number;
	/** With what it calls. */
	all: number;
}

/** Nothing ran, or it was the profiler itself. */
const NO_WORK = /^\(idle\)$|node:inspector/;

/** The package of a file: Node's own modules are one more. */
function packageOf(url: string): string {
	if (url.startsWith('node:')) return 'Node';
	return /.*\/node_modules\/((?:@[^/]+\/)?[^/]+)\//.exec(url)?.[1] ?? url.replace(/.*\//, '');
}

/** What runs at a frame; native code counts to the package that calls it. */
function describe({ functionName, url, lineNumber }: Frame, caller: string) {
	const isOfV8 = /^\((garbage collector|program)\)$/.test(functionName);
	if (isOfV8) return { package: functionName, function: functionName };
	const own = url === '' ? caller : packageOf(url);
	const place = url === '' ? 'native' : `${url.replace(/.*\//, '')}:${lineNumber + 1}`;
	return { package: own, function: `${own}: ${functionName || '(anonymous)'}, ${place}` };
}

/** What a node of the profile and those above it are, without repeats. */
interface Stack {
	package: string;
	function: string;
	packages: Set<string>;
	functions: Set<string>;
}

function stacksOf({ nodes }: Profile): Map<number, Stack> {
	const byId = new Map(nodes.map((node) => [node.id, node]));
	const stacks = new Map<number, Stack>();
	const waiting = (nodes[0].children ?? []).map((id): [number, Stack?] => [id]);
	for (let next = waiting.pop(); next; next = waiting.pop()) {
		const [id, above] = next;
		const node = byId.get(id);
		if (!node || NO_WORK.test(`${node.callFrame.functionName}${node.callFrame.url}`)) continue;
		const here = describe(node.callFrame, above?.package ?? '');
		const stack = {
			...here,
			packages: new Set([...(above?.packages ?? []), here.package]),
			functions: new Set([...(above?.functions ?? []), here.function]),
		};
		stacks.set(id, stack);
		waiting.push(...(node.children ?? []).map((child): [number, Stack] => [child, stack]));
	}
	return stacks;
}

/** Sums of times by name, as shares of the whole, the largest first. */
class Sums {
	private readonly sums = new Map<string, { self: number; all: number }>();

	add(self: string, stack: Set<string>, time: number): void {
		for (const name of stack) {
			const sum = this.sums.get(name) ?? { self: 0, all: 0 };
			this.sums.set(name, sum);
			sum.all += time;
			if (name === self) sum.self += time;
		}
	}

	shares(whole: number): Share[] {
		return [...this.sums]
			.map(([of, { self, all }]) => ({ of, self: self / whole, all: all / whole }))
			.sort((a, b) => b.self - a.self);
	}
}

/** Reads where the time of a `.cpuprofile` went, by package and by function. */
export function readProfile(file: string): { packages: Share[]; functions: Share[] } {
	const profile = JSON.parse(readFileSync(file, 'utf8')) as Profile;
	const stacks = stacksOf(profile);
	const [packages, functions] = [new Sums(), new Sums()];
	let whole = 0;
	profile.samples.forEach((id, index) => {
		const stack = stacks.get(id);
		if (!stack) return;
		const time = profile.timeDeltas[index];
		whole += time;
		packages.add(stack.package, stack.packages, time);
		functions.add(stack.function, stack.functions, time);
	});
	return { packages: packages.shares(whole), functions: functions.shares(whole) };
}
