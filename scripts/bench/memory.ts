/* eslint-disable no-console -- a part of a command, never part of the package */
import { bareCalls, thisNode, USUAL } from './contenders';
import type { Settings } from './settings';
import { onStage, type Task } from './stage';
import { markdown, type Row } from './table';

/** The size that others are compared with. */
const BASE = 10_000;

const perItem = (bytes: number, { items }: Task) => Math.round(bytes / items);

/** What this node holds for each item, and the bare calls, whose items are the same: each in a fresh n8n. */
export async function memory({ major, sizes, latency }: Settings): Promise<string> {
	const rows: Row[] = [];
	for (const items of [BASE, ...sizes]) {
		for (const contender of [thisNode('this node'), bareCalls(USUAL)]) {
			await onStage(major, async (stage) => {
				const task = { items, latency, looks: { watchesHeap: true } };
				await stage.run(contender, { ...task, items: 200 });
				const { spent, wall } = await stage.run(contender, task);
				if (!spent) throw new Error(`${contender.name} was stopped`);
				const row = {
					contender: contender.name,
					items,
					'wall s': (wall / 1000).toFixed(1),
					'CPU ms per item': (spent.cpu / items).toFixed(1),
					'heap bytes per item, at most': perItem(spent.held, task),
					'in the end': perItem(spent.kept, task),
					'resident bytes per item, at most': perItem(spent.grown, task),
					'peak MB': Math.round(spent.peak / 2 ** 20),
				};
				rows.push(row);
				// The next one takes minutes.
				console.error(markdown([row]));
			});
		}
	}
	return markdown(rows);
}
