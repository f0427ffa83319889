/* eslint-disable @n8n/community-nodes/no-restricted-imports, @n8n/community-nodes/no-restricted-globals, no-console -- a command that prints, never part of the package */
import { readFileSync } from 'node:fs';
import path from 'node:path';

import { itemsOf, runWorkflow, type WorkflowFile } from '../test/engine';
import { packageFolder } from '../test/folder';
import { LOGIN, startSimulator } from '../test/simulator';

const EXAMPLE = 'examples/create-appointment.json';

const json = (value: unknown) => JSON.stringify(value, null, 2);

/** Runs the example in n8n's engine against the simulator, and prints what was sent and what came out. */
async function demo(): Promise<void> {
	const example = JSON.parse(
		readFileSync(path.join(packageFolder, EXAMPLE), 'utf8'),
	) as WorkflowFile;
	const simulator = await startSimulator();
	const { username, password } = LOGIN;
	const data = { baseUrl: simulator.baseUrl, authentication: 'basic', username, password };
	const outcome = await runWorkflow(example, { superoffice: { type: 'superOfficeApi', data } });
	const { error } = outcome.run.data.resultData;
	if (error) throw error;
	const [sent] = simulator.requests.filter(({ method }) => method === 'POST');
	const [item] = itemsOf(outcome, 'Next Node');
	const lookUps = simulator.requests.length - 1;
	console.log(`
${EXAMPLE} ran in n8n's engine, with a simulated SuperOffice.

After ${lookUps} look-ups of names the node sent ${sent.method} ${sent.path}:
${json(JSON.parse(sent.body))}

The next node got one item:
${json(item.json)}

Next: npm run dev opens the examples in a real n8n; docs/getting-started.md is the way with your SuperOffice.`);
	await simulator.close();
}

demo().then(
	// The expression engine would keep the process alive.
	() => process.exit(0),
	(error: unknown) => {
		console.error(error);
		process.exit(1);
	},
);
