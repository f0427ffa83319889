/* eslint-disable @n8n/community-nodes/no-restricted-imports, @n8n/community-nodes/no-restricted-globals -- support of tests, never part of the package */
import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';

import type { IDataObject } from 'n8n-workflow';

import type { WorkflowFile } from '../engine';
import { packageFolder } from '../engine/environment';
import { LOGIN, startSimulator, type Simulator } from '../simulator';
import { Client } from './client';
import { startScriptedModel, type ScriptedModel } from './scriptedModel';

/** The major version of the n8n under test. */
export const major = process.env.E2E_N8N ?? '2';

const folder = path.join(packageFolder, 'examples');

/** The example workflows, by file name. */
export const examples: Record<string, WorkflowFile> = Object.fromEntries(
	readdirSync(folder).map((file) => [
		file,
		JSON.parse(readFileSync(path.join(folder, file), 'utf8')) as WorkflowFile,
	]),
);

/** What the server has written to its output so far. */
export const serverLog = (): string => readFileSync(process.env.E2E_LOG ?? '', 'utf8');

/** A signed-in client, a simulated SuperOffice and a scripted model. */
export interface World {
	client: Client;
	simulator: Simulator;
	model: ScriptedModel;
	/** Data of a credential that signs in. */
	basic: IDataObject;
	/** Imports an example with working credentials. */
	importExample(file: WorkflowFile): Promise<string>;
	close(): Promise<void>;
}

/** Starts what the tests of a file need beside the running n8n. */
export async function openWorld(): Promise<World> {
	const client = new Client(process.env.E2E_URL ?? '', major);
	await client.signIn();
	const simulator = await startSimulator();
	const model = await startScriptedModel();
	const { username, password } = LOGIN;
	const { baseUrl } = simulator;
	const basic = { baseUrl, authentication: 'basic', username, password };
	const credentials = {
		superOfficeApi: await client.createCredential('SuperOffice API', basic),
		openAiApi: await client.createCredential(
			'OpenAI',
			{ apiKey: 'key-of-the-tests', url: model.url },
			'openAiApi',
		),
	};
	return {
		client,
		simulator,
		model,
		basic,
		importExample: async (file) => (await client.importWorkflow(file, credentials)).id,
		close: async () => {
			await model.close();
			await simulator.close();
		},
	};
}
