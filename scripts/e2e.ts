/* eslint-disable @n8n/community-nodes/no-restricted-imports, @n8n/community-nodes/no-restricted-globals, @n8n/community-nodes/no-dangerous-functions, no-console -- a command, never part of the package */
import { spawnSync } from 'node:child_process';

import { installN8n, VERSIONS, wantedMajors } from '../test/e2e/install';

// Which tests: jest's configuration of them.
const [config, ...args] = process.argv.slice(2);
const majors = wantedMajors(args);
const wanted = args.indexOf('--n8n');
const rest = args.filter((_, index) => wanted < 0 || (index !== wanted && index !== wanted + 1));

/** Seconds that a step took, for a person to read. */
const since = (start: number) => `${Math.round((Date.now() - start) / 1000)} s`;

let failed = false;
for (const major of majors) {
	const { n8n } = VERSIONS[major];
	const installing = Date.now();
	installN8n(major);
	console.log(`\nn8n ${n8n}: installed after ${since(installing)}`);
	const start = Date.now();
	const { status } = spawnSync('jest', ['--config', config, ...rest], {
		stdio: 'inherit',
		env: { ...process.env, E2E_N8N: major },
	});
	console.log(`n8n ${n8n}: ${status === 0 ? 'passed' : 'FAILED'} after ${since(start)}`);
	failed ||= status !== 0;
}
process.exit(failed ? 1 : 0);
