/* eslint-disable @n8n/community-nodes/no-restricted-imports, @n8n/community-nodes/no-restricted-globals -- runs around the tests, never part of the package */
import { mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';

import { makeCertificates } from '../simulator/online/certificates';
import { environmentFor } from '../simulator/online/proxy';
import { Client } from './client';
import { freePort, startN8n, type Server } from './n8n';

declare global {
	var n8nOfTheTests: Server | undefined;
	/** Folder of the certificates that this n8n trusts. */
	var certificatesOfTheTests: string | undefined;
}

/**
 * Starts the n8n of E2E_N8N ("1" or "2") for all test files, with its owner set up. It reaches the
 * world through a proxy that only tests of SuperOffice Online start.
 */
export default async function setup(): Promise<void> {
	const major = process.env.E2E_N8N ?? '2';
	const folder = mkdtempSync(path.join(tmpdir(), 'superoffice-e2e-'));
	globalThis.certificatesOfTheTests = folder;
	const { authorityFile } = await makeCertificates(folder);
	const port = await freePort();
	const server = await startN8n(major, environmentFor(port, authorityFile));
	globalThis.n8nOfTheTests = server;
	await new Client(server.url, major).signIn();
	Object.assign(process.env, {
		E2E_N8N: major,
		E2E_URL: server.url,
		E2E_LOG: server.logFile,
		E2E_PROXY_PORT: String(port),
		E2E_CERTIFICATES: folder,
	});
}
