/* eslint-disable @n8n/community-nodes/no-restricted-imports, @n8n/community-nodes/no-restricted-globals -- sets up the process of the tests, never part of the package */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';

import './clock';
import { PROXIES } from './proxies';

// n8n-core reads these as it loads, and would write into the home folder otherwise.
if (process.env.N8N_USER_FOLDER === undefined) {
	const folder = mkdtempSync(path.join(tmpdir(), 'n8n-engine-'));
	process.env.N8N_USER_FOLDER = folder;
	process.on('exit', () => rmSync(folder, { recursive: true, force: true }));
}
process.env.N8N_LOG_LEVEL ??= 'silent';
// Whoever starts an engine as a process has chosen its proxies; none else is meant for the tests.
if (process.env.N8N_ENGINE_PROXIES !== 'chosen') {
	for (const name of PROXIES) delete process.env[name];
}
