/* eslint-disable @n8n/community-nodes/no-restricted-imports, @n8n/community-nodes/no-restricted-globals, @n8n/community-nodes/no-dangerous-functions, no-console -- a command that measures, never part of the package */
import { fork, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';

import type { INodeParameters } from 'n8n-workflow';

import { itemsOf, runWorkflow, type WorkflowFile } from '../test/engine';
import { LOGIN, startSimulator } from '../test/simulator';
import { fillAppointments } from '../test/simulator/appointments/fill';
import { fillSales } from '../test/simulator/sales/fill';

const SIZES = [10_000, 30_000, 100_000];
const NODE = 'SuperOffice';

/** What is listed: pages follow each other behind the last number, or by counting rows off. */
const LISTS: Record<string, object> = {
	'appointments by key': { resource: 'appointment', options: { returnEverything: true } },
	'appointments by $skip': {
		resource: 'appointment',
		options: {
			returnEverything: true,
			sort: { rule: [{ field: 'StartDate', direction: 'asc' }] },
		},
	},
	'sales by amount and period': {
		resource: 'sale',
		period: 'between',
		from: '2025-01-01T00:00:00',
		to: '2026-12-31T00:00:00',
		filters: { amountFrom: '250000', amountTo: '750000' },
		options: {},
	},
};

/** What the simulator had to do since the last question. */
interface Effort {
	baseUrl: string;
	calls: number;
	rowsScanned: number;
}

/** Serves appointments and sales in a process of its own, whose memory does not count. */
async function serve(count: number): Promise<void> {
	const simulator = await startSimulator();
	simulator.data.appointments.delete(305);
	fillAppointments(simulator.data, count);
	fillSales(simulator.data, count);
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

function workflow(list: string): WorkflowFile {
	const around = { typeVersion: 1, position: [0, 0] as [number, number] };
	const shown = { operation: 'getAll', returnAll: true, ...LISTS[list] };
	const parameters = shown as unknown as INodeParameters;
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

/** Gets all rows of a list in n8n's engine, and says what it took. */
async function measure(simulator: ChildProcess, baseUrl: string, list: string) {
	const { username, password } = LOGIN;
	const data = { baseUrl, authentication: 'basic', username, password };
	const before = heap();
	const start = performance.now();
	const outcome = await runWorkflow(workflow(list), {
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
		list,
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
		if (size === SIZES[0]) await measure(simulator, baseUrl, 'appointments by key');
		for (const list of Object.keys(LISTS)) {
			results.push(await measure(simulator, baseUrl, list));
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
