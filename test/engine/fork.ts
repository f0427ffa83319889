/* eslint-disable @n8n/community-nodes/no-restricted-imports, @n8n/community-nodes/no-restricted-globals, @n8n/community-nodes/no-dangerous-functions -- starts a process for the tests, never part of the package */
import { fork, type ChildProcess } from 'node:child_process';
import path from 'node:path';

import { PROXIES } from './proxies';

/**
 * Starts a process with n8n's engine, which ends with this one.
 * @param environment what it has beside this process's environment
 */
export function forkHost(environment: Record<string, string> = {}): ChildProcess {
	return fork(path.join(__dirname, 'host.ts'), {
		execArgv: ['--require', require.resolve('tsx/cjs')],
		env: {
			...process.env,
			...Object.fromEntries(PROXIES.map((name) => [name, undefined])),
			N8N_ENGINE_PROXIES: 'chosen',
			N8N_LOG_LEVEL: 'debug',
			N8N_LOG_OUTPUT: 'console',
			...environment,
		},
		silent: true,
	});
}
