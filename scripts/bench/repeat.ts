/* eslint-disable no-console -- a part of a command, never part of the package */
import type { Contender } from './contenders';
import type { Result, Stage, Task } from './stage';

/** Items of the run that loads and compiles what later ones have. */
const WARM_UP = 200;

/** What came of a contender's runs, in their order. */
export interface Measured {
	contender: Contender;
	results: Result[];
}

/** Runs all contenders in turn, so many times, so that the machine's other work hits all alike. */
export async function repeat(
	stage: Stage,
	contenders: Contender[],
	task: Task,
	times: number,
): Promise<Measured[]> {
	const measured = contenders.map((contender): Measured => ({ contender, results: [] }));
	for (const contender of contenders) {
		await stage.run(contender, { ...task, items: Math.min(task.items, WARM_UP) });
	}
	for (let time = 1; time <= times; time++) {
		for (const { contender, results } of measured) {
			const result = await stage.run(contender, task);
			results.push(result);
			const seconds = (result.wall / 1000).toFixed(1);
			console.error(`${time}/${times} ${contender.name}, ${task.items} items: ${seconds} s`);
		}
	}
	return measured;
}
