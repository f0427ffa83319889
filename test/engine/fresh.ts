/* eslint-disable @n8n/community-nodes/no-restricted-imports, @n8n/community-nodes/no-restricted-globals -- changes a process of the tests, never part of the package */
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { getCACertificates, setDefaultCACertificates } from 'node:tls';

import { packageFolder } from '../folder';
import { startClock } from './clock';
import { forgetTypes } from './index';

const built = path.join(packageFolder, 'dist') + path.sep;
const authorities = getCACertificates();
const before = { ...process.env };
let isOwn = false;

/**
 * Makes this process one that has just been started: the package is loaded anew, and knows nothing of before; n8n's
 * own modules, which take seconds, stay.
 * @param environment what it has beside its first environment; nothing is done where that is none, as it was before
 */
export function startAnew(environment: Record<string, string> | null): void {
	if (!environment && !isOwn) return;
	isOwn = environment !== null;
	for (const name of Object.keys(process.env)) if (!(name in before)) delete process.env[name];
	Object.assign(process.env, before, environment);
	const { N8N_ENGINE_SPEED: speed, NODE_EXTRA_CA_CERTS: file } = { ...environment };
	startClock(speed === undefined ? 1 : Number(speed));
	// Node reads that file only as a process starts.
	setDefaultCACertificates(file ? [...authorities, readFileSync(file, 'utf8')] : authorities);
	for (const name of Object.keys(require.cache)) {
		if (name.startsWith(built)) delete require.cache[name];
	}
	forgetTypes();
}
