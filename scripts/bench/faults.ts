import {
	CHECK_FIRST,
	httpRequest,
	RETRY_ON_FAIL,
	thisNode,
	USUAL,
	type Contender,
} from './contenders';
import { fate, uncertain } from './figures';
import { repeat } from './repeat';
import type { Settings } from './settings';
import type { Stage, Task } from './stage';
import { markdown, spread } from './table';

const ITEMS = 1000;

async function compare(
	title: string,
	stage: Stage,
	contenders: Contender[],
	task: Task,
	times: number,
): Promise<string> {
	const measured = await repeat(stage, contenders, task, times);
	const rows = measured.map(({ contender, results }) => ({
		[`${title}, ${task.items} items`]: contender.name,
		'wall s': spread(
			results.map(({ wall }) => wall / 1000),
			1,
		),
		'in flight': spread(results.map(({ seen }) => seen.inFlight)),
		refused: spread(results.map(({ seen }) => seen.refused)),
		cut: spread(results.map(({ seen }) => seen.cut)),
		...fate(results),
		'said to be uncertain': uncertain(results),
	}));
	return markdown(rows);
}

/** The server takes no more than it can do at once, and says when to come again. */
export async function overload(stage: Stage, { latency, times }: Settings): Promise<string> {
	const faults = { capacity: { atOnce: 8, retryAfter: 1 } };
	const contenders = [
		thisNode(`this node (${USUAL} at once)`),
		thisNode('this node, 20 at once', 20),
		httpRequest('HTTP Request'),
		RETRY_ON_FAIL,
	];
	const title = 'a server that takes 8 calls at once';
	return await compare(title, stage, contenders, { items: ITEMS, latency, faults }, times);
}

/** Some connections are cut after the work is done, before the answer. */
export async function cuts(stage: Stage, { latency, times }: Settings): Promise<string> {
	const faults = { resetAfter: 0.02 };
	const contenders = [
		thisNode('this node, Report'),
		thisNode('this node, Create Only Once', undefined, CHECK_FIRST),
		httpRequest('HTTP Request'),
		RETRY_ON_FAIL,
	];
	const title = '2 % of the connections cut after the work is done';
	return await compare(title, stage, contenders, { items: ITEMS, latency, faults }, times);
}
