/* eslint-disable @n8n/community-nodes/no-restricted-imports, @n8n/community-nodes/no-restricted-globals, @n8n/community-nodes/no-dangerous-functions, no-console -- a command that measures, never part of the package */
import { fork, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';

import type { INodeParameters } from 'n8n-workflow';

import { itemsOf, runWorkflow, type WorkflowFile } from '../test/engine';
import { LOGIN, startSimulator } from '../test/simulator';
import { fillAppointments } from '../test/simulator/appointments/fill';

const SIZES = [10_000, 30_000, 100_000];
const NODE = 'SuperOffice';

/** How the pages follow each other: behind the last number, or by counting rows off. */
const PAGINGS: Record<string, object> = {
	'by key': {},
	'by $skip': { rule: [{ column: 'date', direction: 'asc' }] },
};

/** What the simulator had to do since the last question. */
interface Effort {
	baseUrl: string;
	calls: number;
	rowsScanned: number;
}

/** Serves appointments in a process of its own, whose memory does not count. */
async function serve(count: number): Promise<void> {
	const simulator = await startSimulator();
	simulator.data.appointments.delete(305);
	fillAppointments(simulator.data, count);
	const tell = () => {
		const { baseUrl, requests, rowsScanned } = simulator;
		process.send?.({ baseUrl, calls: requests.length, rowsScanned } satisfies Effort);
		simulator.requests.length = 0;
		simulator.data.rowsScanned = 0;
	};
	process.on('message', tell);
	process.on('disconnect', () => process.exit(0));
	tell();
}

const told = async (simulator: ChildProcess) => (await once(simulator, 'message'))[0] as Effort;

function workflow(sort: object): WorkflowFile {
	const around = { typeVersion: 1, position: [0, 0] as [number, number] };
	const parameters = {
		resource: 'appointment',
		operation: 'getAll',
		returnAll: true,
		returnEverything: true,
		sort,
	} as unknown as INodeParameters;
	return {
		nodes: [
			{ ...around, id: '1', name: 'Start', type: 'n8n-nodes-base.manualTrigger', parameters: {} },
			{
				...around,
				id: '2',
				name: NODE,
				type: 'n8n-nodes-superoffice.superOffice',
				parameters,
				credentials: { superOfficeApi: { id: 'main', name: 'SuperOffice API' } },
			},
		],
		connections: { Start: { main: [[{ node: NODE, type: 'main', index: 0 }]] } },
	};
}

/** Bytes of the heap that are in use. */
function heap(): number {
	globalThis.gc?.();
	return process.memoryUsage().heapUsed;
}

/** Gets all appointments in n8n's engine, and says what it took. */
async function measure(simulator: ChildProcess, baseUrl: string, paging: string) {
	const { username, password } = LOGIN;
	const data = { baseUrl, authentication: 'basic', username, password };
	const before = heap();
	const start = performance.now();
	const outcome = await runWorkflow(workflow(PAGINGS[paging]), {
		main: { type: 'superOfficeApi', data },
	});
	const wall = performance.now() - start;
	const { error } = outcome.run.data.resultData;
	if (error) throw error;
	// Before the items are counted, so that they are still there.
	const grown = heap() - before;
	const items = itemsOf(outcome, NODE).length;
	simulator.send('tell');
	const { calls, rowsScanned } = await told(simulator);
	return {
		paging,
		items,
		calls,
		'rows scanned': rowsScanned,
		'heap bytes per item': Math.round(grown / items),
		'wall s': Number((wall / 1000).toFixed(2)),
	};
}

async function bench(): Promise<void> {
	if (!globalThis.gc) throw new Error('Run it as npm run bench:list, with --expose-gc');
	const results: object[] = [];
	for (const size of SIZES) {
		const simulator = fork(__filename, [String(size)], {
			execArgv: ['--require', require.resolve('tsx/cjs')],
		});
		const { baseUrl } = await told(simulator);
		// The first run also loads and compiles what later ones have.
		if (size === SIZES[0]) await measure(simulator, baseUrl, 'by key');
		for (const paging of Object.keys(PAGINGS)) {
			results.push(await measure(simulator, baseUrl, paging));
		}
		simulator.disconnect();
	}
	console.table(results);
}

const [count] = process.argv.slice(2);
const done = count === undefined ? bench().then(() => process.exit(0)) : serve(Number(count));
done.catch((error: unknown) => {
	console.error(error);
	process.exit(1);
});
