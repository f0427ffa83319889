/* eslint-disable @n8n/community-nodes/no-restricted-imports -- support of tests, never part of the package */
import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';

import type { IDataObject } from 'n8n-workflow';

import type { WorkflowFile } from '../engine';
import { packageFolder } from '../folder';
import { LOGIN, startSimulator, type Simulator } from '../simulator';
import { AUTHORIZATION } from '../simulator/engine/service';
import { Client, type Credentials } from './client';
import { startScriptedModel, type ScriptedModel } from './scriptedModel';

const folder = path.join(packageFolder, 'examples');

/** The example workflows, by file name. */
export const examples: Record<string, WorkflowFile> = Object.fromEntries(
	readdirSync(folder).map((file) => [
		file,
		JSON.parse(readFileSync(path.join(folder, file), 'utf8')) as WorkflowFile,
	]),
);

/** A signed-in client, a simulated SuperOffice and a scripted model. */
export interface World {
	client: Client;
	simulator: Simulator;
	model: ScriptedModel;
	/** Data of a credential that signs in. */
	basic: IDataObject;
	/** The saved credentials that sign in, as a node names them. */
	credentials: Credentials;
	/** Imports an example with working credentials. */
	importExample(file: WorkflowFile): Promise<string>;
	/** Writes to SuperOffice as another program does. */
	write(method: 'PATCH' | 'POST', path: string, body: object): Promise<void>;
	close(): Promise<void>;
}

/** Starts what goes with a running n8n. */
export async function openWorld(url: string, major: string): Promise<World> {
	const client = new Client(url, major);
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
		credentials,
		importExample: async (file) => (await client.importWorkflow(file, credentials)).id,
		write: async (method, path, body) => {
			const { ok, status } = await fetch(`${baseUrl}/api/v1/${path}`, {
				method,
				headers: { Authorization: AUTHORIZATION, 'Content-Type': 'application/json' },
				body: JSON.stringify(body),
			});
			if (!ok) throw new Error(`${method} ${path}: ${status}`);
		},
		close: async () => {
			await model.close();
			await simulator.close();
		},
	};
}
