/* eslint-disable @n8n/community-nodes/no-restricted-imports, @n8n/community-nodes/no-restricted-globals -- runs around the tests, never part of the package */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';

import { Client } from '../e2e/client';
import { freePort } from '../e2e/n8n';
import { makeCertificates } from '../simulator/online/certificates';
import { environmentFor } from '../simulator/online/proxy';
import { startCluster } from './cluster';

declare global {
	/** All that was started for the tests. */
	var clusterOfTheTests: AsyncDisposableStack | undefined;
}

/**
 * Starts the n8n of E2E_N8N ("1" or "2") in queue mode for all test files, with its owner set up. It
 * reaches the world through a proxy that tests of SuperOffice Online start.
 */
export default async function setup(): Promise<void> {
	const major = process.env.E2E_N8N ?? '2';
	await using started = new AsyncDisposableStack();
	const folder = mkdtempSync(path.join(tmpdir(), 'superoffice-queue-'));
	process.once('exit', () => rmSync(folder, { recursive: true, force: true }));
	const { authorityFile } = await makeCertificates(folder);
	const port = await freePort();
	const environment = environmentFor(port, authorityFile);
	const { main, workers, database } = await startCluster(major, environment, started);
	await new Client(main.url, major).signIn();
	Object.assign(process.env, {
		E2E_N8N: major,
		E2E_URL: main.url,
		E2E_LOG: main.logFile,
		E2E_PROXY_PORT: String(port),
		E2E_CERTIFICATES: folder,
		E2E_DATABASE: database,
		E2E_WORKERS: JSON.stringify(workers),
	});
	globalThis.clusterOfTheTests = started.move();
}
