/* eslint-disable @n8n/community-nodes/no-restricted-globals -- runs around the tests, never part of the package */
import { Client } from './client';
import { startN8n, type Server } from './n8n';

declare global {
	var n8nOfTheTests: Server | undefined;
}

/** Starts the n8n of E2E_N8N ("1" or "2") for all test files, with its owner set up. */
export default async function setup(): Promise<void> {
	const major = process.env.E2E_N8N ?? '2';
	const server = await startN8n(major);
	globalThis.n8nOfTheTests = server;
	await new Client(server.url, major).signIn();
	Object.assign(process.env, { E2E_N8N: major, E2E_URL: server.url, E2E_LOG: server.logFile });
}
