/* eslint-disable @n8n/community-nodes/no-restricted-imports, @n8n/community-nodes/no-restricted-globals, no-console -- a command, never part of the package */
import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';

import type { WorkflowFile } from '../test/engine';
import { Client, OWNER } from '../test/e2e/client';
import { startN8n, VERSIONS } from '../test/e2e/n8n';
import { startScriptedModel } from '../test/e2e/scriptedModel';
import { LOGIN, startSimulator } from '../test/simulator';

const examples = path.resolve(__dirname, '..', 'examples');
const index = process.argv.indexOf('--n8n');
const major = index < 0 ? '2' : (process.argv[index + 1] ?? '');

/** A real n8n with the package, a simulated SuperOffice and the examples, until Ctrl+C. */
async function main(): Promise<void> {
	if (!(major in VERSIONS))
		throw new Error(`--n8n takes one of: ${Object.keys(VERSIONS).join(', ')}`);
	console.log(`Starting n8n ${VERSIONS[major].n8n}`);
	const server = await startN8n(major);
	const simulator = await startSimulator();
	const model = await startScriptedModel();
	model.callToolWith({
		title: 'Yearly budget',
		start: '2026-12-14T13:00:00',
		end: '2026-12-14T14:00:00',
		alarm: 'true',
		alarmMinutes: '15',
		company: '3',
	});
	const client = new Client(server.url, major);
	await client.signIn();
	const { username, password } = LOGIN;
	const data = { baseUrl: simulator.baseUrl, authentication: 'basic', username, password };
	const credentials = {
		superOfficeApi: await client.createCredential('SuperOffice API', data),
		openAiApi: await client.createCredential(
			'Scripted model',
			{ apiKey: 'any', url: model.url },
			'openAiApi',
		),
	};
	for (const file of readdirSync(examples)) {
		const workflow = JSON.parse(readFileSync(path.join(examples, file), 'utf8')) as WorkflowFile;
		const { id } = await client.importWorkflow(workflow, credentials);
		console.log(`${server.url}/workflow/${id}  ${workflow.name ?? file}`);
	}
	console.log(`
n8n          ${server.url}
  email      ${OWNER.email}
  password   ${OWNER.password}
SuperOffice  ${simulator.baseUrl} (simulated)
Ctrl+C ends both and clears them away.`);
	const stop = async () => {
		await Promise.all([server.stop(), simulator.close(), model.close()]);
		process.exit(0);
	};
	process.once('SIGINT', () => void stop());
	process.once('SIGTERM', () => void stop());
}

main().catch((error: unknown) => {
	console.error(error);
	process.exit(1);
});
