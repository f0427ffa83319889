import { quick, slow, USUAL } from './contenders';
import { cost, fate } from './figures';
import { repeat, type Measured } from './repeat';
import type { Settings } from './settings';
import type { Result, Stage } from './stage';
import { markdown, median, spread } from './table';

/** Items up to which those are measured that wait a lot. */
const SLOW_UP_TO = 1000;

/**
 * Milliseconds that no node can undercut: the server's time for so many calls at once, or the CPU that
 * n8n's own calls took in the same repetition.
 */
function limitOf({ task }: Result, atOnce: number, bare: Result | undefined): number {
	const waits = Math.ceil(task.items / atOnce) * task.latency;
	return Math.max(waits, bare?.spent?.cpu ?? NaN);
}

function timesLimit({ contender, results }: Measured, all: Measured[]): number[] {
	const bareOf = (atOnce: number) =>
		all.find(({ contender: { isBare, atOnce: own } }) => isBare && own === atOnce);
	const { atOnce = Infinity } = contender;
	const bare = bareOf(atOnce) ?? bareOf(USUAL) ?? all.find((one) => one.contender.isBare);
	return results.map((result, time) => result.wall / limitOf(result, atOnce, bare?.results[time]));
}

/** Creates appointments with nothing in the way. */
export async function speed(stage: Stage, settings: Settings): Promise<string> {
	const { concurrencies, latency, sizes, times } = settings;
	const parts: string[] = [];
	for (const items of sizes) {
		const contenders = [...quick(concurrencies), ...(items <= SLOW_UP_TO ? slow() : [])];
		const task = { items, latency };
		const measured = await repeat(stage, contenders, task, times);
		const rows = measured.map((one) => ({
			[`${items} items`]: one.contender.name,
			'wall s': spread(
				one.results.map(({ wall }) => wall / 1000),
				1,
			),
			'× limit': spread(timesLimit(one, measured), 2),
			'in flight': spread(one.results.map(({ seen }) => seen.inFlight)),
			...cost(one.results),
			...fate(one.results),
		}));
		const all = measured.flatMap(({ results }) => results);
		const own = median(all.map(({ seen }) => seen.cpu / seen.requests)).toFixed(1);
		parts.push(markdown(rows), `The simulator's own CPU: ${own} ms per request.`);
	}
	return parts.join('\n\n');
}
