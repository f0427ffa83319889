/* eslint-disable @n8n/community-nodes/no-restricted-imports, @n8n/community-nodes/no-restricted-globals, no-console -- a command that prints, never part of the package */
import { readFileSync } from 'node:fs';
import path from 'node:path';

import { runWorkflow, stopEngine, type WorkflowFile } from '../test/engine';
import { packageFolder } from '../test/engine/environment';
import { LOGIN, startSimulator } from '../test/simulator';

const EXAMPLE = 'examples/create-appointment.json';

function print(title: string, value: unknown): void {
	console.log(`\n${title}\n${JSON.stringify(value, null, 2)}`);
}

async function demo(): Promise<boolean> {
	const file = readFileSync(path.join(packageFolder, EXAMPLE), 'utf8');
	const workflow = JSON.parse(file) as WorkflowFile;
	const simulator = await startSimulator();
	const { baseUrl } = simulator;
	console.log(`SuperOffice is simulated at ${baseUrl}`);
	const { username, password } = LOGIN;
	const data = { baseUrl, authentication: 'basic', username, password };
	const result = await runWorkflow(workflow, { superoffice: { type: 'superOfficeApi', data } });
	for (const { method, path: target, body } of simulator.requests) {
		print(`Sent by ${EXAMPLE}: ${method} ${target}`, JSON.parse(body));
	}
	print(
		'Items that arrived at the next node',
		result.itemsOf('Next Node').map(({ json }) => json),
	);
	if (result.error) console.error(`\nThe run failed: ${result.error.message}`);
	await simulator.close();
	await stopEngine();
	return result.error === undefined && result.itemsOf('Next Node').length > 0;
}

demo().then(
	(worked) => process.exit(worked ? 0 : 1),
	(error: unknown) => {
		console.error(error);
		process.exit(1);
	},
);
