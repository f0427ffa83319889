/* eslint-disable @n8n/community-nodes/no-restricted-imports -- a part of a command, never part of the package */
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';

import type { INode, INodeParameters } from 'n8n-workflow';
import { ModuleKind, transpileModule } from 'typescript';

import { Client, type Waiting } from '../../test/e2e/client';
import { withN8n } from '../../test/e2e/n8n';
import type { WorkflowFile } from '../../test/engine';
import { LOGIN, type Faults } from '../../test/simulator';
import type { Contender } from './contenders';
import type { Looks, Spent } from './meter';
import { serve, type Seen } from './simulator';

/** What is to be done. */
export interface Task {
	items: number;
	/** Milliseconds that the simulator takes for each answer. */
	latency: number;
	/** What goes wrong; nothing else. */
	faults?: Faults;
	looks?: Looks;
}

/** What came of a run, seen from both sides. Times are milliseconds, sizes bytes. */
export interface Result {
	task: Task;
	/** The time that the node took. */
	wall: number;
	/** Missing where the node has stopped the execution. */
	spent?: Spent;
	seen: Seen;
}

/** A real n8n and a simulator, on which one after the other runs. */
export interface Stage {
	run(contender: Contender, task: Task): Promise<Result>;
}

/** Bytes of an execution that n8n tells of: 100,000 items are more than its usual 100 MB. */
const SHOWN = String(2 ** 30);

const WAITING: Waiting = { every: 500, most: 3_600_000 };

/** Puts the node that measures where n8n looks for nodes of its own machine. */
export function writeBenchNode(folder: string): void {
	const compilerOptions = { module: ModuleKind.CommonJS };
	const files = { benchNode: 'Bench.node.js', meter: 'meter.js' };
	for (const [module, file] of Object.entries(files)) {
		const source = readFileSync(require.resolve(`./${module}`), 'utf8');
		writeFileSync(path.join(folder, file), transpileModule(source, { compilerOptions }).outputText);
	}
}

/** Items, the contender, and what it took. */
function workflow(
	contender: Contender,
	{ items, looks = {} }: Task,
	prefix: string,
	baseUrl: string,
): WorkflowFile {
	const { type, typeVersion, parameters, settings } = contender;
	const credentials = { superOfficeApi: { id: 'x', name: 'x' } };
	const bench = (does: string): Partial<INode> & { parameters: INodeParameters } => ({
		type: 'CUSTOM.bench',
		parameters: { does, prefix, looks: JSON.stringify(looks), count: String(items) },
	});
	const steps = {
		Start: { type: 'n8n-nodes-base.manualTrigger', parameters: {} },
		Items: bench('items'),
		Node: { type, typeVersion, credentials, parameters: parameters(baseUrl), ...settings },
		Summary: bench('summary'),
	};
	const names = Object.keys(steps);
	const nodes = Object.entries(steps).map(([name, step], index): INode => ({
		id: name,
		name,
		typeVersion: 1,
		position: [220 * index, 0],
		onError: 'continueRegularOutput',
		...step,
		type: step.type ?? '',
	}));
	const connections: WorkflowFile['connections'] = {};
	names.slice(1).forEach((node, index) => {
		connections[names[index]] = { main: [[{ node, type: 'main', index: 0 }]] };
	});
	return { name: contender.name, nodes, connections };
}

/** Starts what is needed, does something with it, and stops it. */
export async function onStage(major: string, use: (stage: Stage) => Promise<void>): Promise<void> {
	const folder = mkdtempSync(path.join(tmpdir(), 'superoffice-bench-'));
	writeBenchNode(folder);
	const simulator = await serve();
	const { baseUrl } = simulator;
	let runs = 0;
	try {
		await withN8n(
			major,
			async ({ url }) => {
				const client = new Client(url, major);
				await client.signIn();
				const { username, password } = LOGIN;
				const credentials = {
					superOfficeApi: await client.createCredential('SuperOffice API', {
						baseUrl,
						authentication: 'basic',
						username,
						password,
					}),
				};
				await use({
					async run(contender, task) {
						runs += 1;
						const prefix = `Run ${runs}`;
						await simulator.prepare({ latency: task.latency, seed: runs, ...task.faults });
						const file = workflow(contender, task, prefix, baseUrl);
						const { id } = await client.importWorkflow(file, credentials);
						const execution = await client.run(id, WAITING);
						const [summary] = execution.itemsOf('Summary');
						if (!summary && !contender.settings) {
							throw new Error(`${contender.name}: ${execution.error?.message ?? execution.status}`);
						}
						return {
							task,
							wall: execution.timeOf('Node'),
							spent: summary?.json as unknown as Spent | undefined,
							seen: await simulator.see(prefix),
						};
					},
				});
			},
			{ N8N_CUSTOM_EXTENSIONS: folder, EXECUTIONS_DATA_MAX_DISPLAY_SIZE: SHOWN },
		);
	} finally {
		simulator.stop();
		rmSync(folder, { recursive: true });
	}
}
