/* eslint-disable @n8n/community-nodes/no-restricted-imports, @n8n/community-nodes/no-restricted-globals, no-console -- a command that prints, never part of the package */
import { readFileSync } from 'node:fs';
import path from 'node:path';

import type { IDataObject } from 'n8n-workflow';

import { itemsOf, runWorkflow, type WorkflowFile } from '../test/engine';
import { packageFolder } from '../test/folder';
import { LOGIN, startSimulator, type Simulator } from '../test/simulator';

const EXAMPLE = 'examples/create-appointment.json';
const SAMPLE = 'test/fixtures/post-appointment.request.json';

const read = (file: string) => readFileSync(path.join(packageFolder, file), 'utf8');

function print(title: string, value: unknown): void {
	console.log(`\n${title}\n${JSON.stringify(value, null, 2)}`);
}

/** Runs a workflow against the simulator and prints what went out and what arrived behind it. */
async function show(title: string, workflow: WorkflowFile, simulator: Simulator): Promise<void> {
	simulator.reset();
	const { username, password } = LOGIN;
	const data = { baseUrl: simulator.baseUrl, authentication: 'basic', username, password };
	const outcome = await runWorkflow(workflow, { superoffice: { type: 'superOfficeApi', data } });
	const { error } = outcome.run.data.resultData;
	if (error) throw error;
	console.log(`\n=== ${title} ===`);
	for (const { method, path: target, query, body } of simulator.requests) {
		if (method === 'GET') print(`Asked: GET ${target}`, query);
		else print(`Sent: ${method} ${target}`, JSON.parse(body));
	}
	const arrived = itemsOf(outcome, 'Next Node');
	if (arrived.length === 0) throw new Error('Nothing arrived at the next node');
	print(
		'Items that arrived at the next node:',
		arrived.map(({ json }) => json),
	);
}

/** The example with the reference's sample request as its JSON body. */
function sampleWorkflow(example: WorkflowFile): WorkflowFile {
	const parameters: IDataObject = {
		resource: 'appointment',
		operation: 'create',
		specifyBody: 'json',
		jsonBody: read(SAMPLE),
	};
	const nodes = example.nodes.map((node) =>
		node.name === 'Create Appointment' ? { ...node, parameters: parameters as never } : node,
	);
	return { ...example, nodes };
}

async function demo(): Promise<void> {
	const example = JSON.parse(read(EXAMPLE)) as WorkflowFile;
	const simulator = await startSimulator();
	console.log(`SuperOffice is simulated at ${simulator.baseUrl}`);
	await show("SuperOffice's own sample of a request, as JSON", sampleWorkflow(example), simulator);
	await show(`${EXAMPLE}, filled in with names`, example, simulator);
	await simulator.close();
	console.log(
		"\nBoth appointments were sent by the node in n8n's engine, and their items arrived behind it.",
	);
}

demo().then(
	// The expression engine would keep the process alive.
	() => process.exit(0),
	(error: unknown) => {
		console.error(error);
		process.exit(1);
	},
);
