/* eslint-disable @n8n/community-nodes/no-restricted-imports, @n8n/community-nodes/no-restricted-globals -- runs around the tests, never part of the package */
import { rmSync } from 'node:fs';

import './setup';

/** Stops the n8n of the tests, and clears away what it trusted. */
export default async function teardown(): Promise<void> {
	await globalThis.n8nOfTheTests?.stop();
	const folder = globalThis.certificatesOfTheTests;
	if (folder !== undefined) rmSync(folder, { recursive: true, force: true });
}
