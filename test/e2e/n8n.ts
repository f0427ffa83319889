/* eslint-disable @n8n/community-nodes/no-restricted-imports, @n8n/community-nodes/no-restricted-globals -- starts n8n for tests, never part of the package */
import { mkdtempSync } from 'node:fs';
import { createServer, type AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import path from 'node:path';

import { packInto } from '../../scripts/pack';
import { startChild, type Child } from './child';
import { installN8n, programOf } from './install';

/** A port on loopback that nobody listens on. */
export async function freePort(): Promise<number> {
	const server = createServer();
	await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
	const { port } = server.address() as AddressInfo;
	await new Promise((resolve) => server.close(resolve));
	return port;
}

/** Where n8n's installer of community packages puts this one. */
const placeOf = (userFolder: string) =>
	path.join(userFolder, '.n8n', 'nodes', 'node_modules', 'n8n-nodes-superoffice');

/** A running n8n. */
export interface Server extends Child {
	url: string;
	/** Ends it, and starts it again with all that it has stored. */
	restart(): Promise<void>;
}

/** What an n8n process does: its arguments, and where it answers with JSON once it can be used. */
export interface Role {
	args: string[];
	readyAt: string;
}

const MAIN: Role = { args: ['start'], readyAt: '/rest/settings' };

function environmentFor(userFolder: string, port: number, brokerPort: number, url: string) {
	const off = [
		'N8N_DIAGNOSTICS_ENABLED',
		'N8N_VERSION_NOTIFICATIONS_ENABLED',
		'N8N_TEMPLATES_ENABLED',
		'N8N_PERSONALIZATION_ENABLED',
		'N8N_HIRING_BANNER_ENABLED',
		'N8N_AI_ENABLED',
		'N8N_VERIFIED_PACKAGES_ENABLED',
		'N8N_SECURE_COOKIE',
	];
	// Neither a proxy nor the settings of another n8n, nor what a CI's steps may sign with.
	const foreign = /proxy|^(N8N|EXECUTIONS|DB|QUEUE|ACTIONS|JEST)_/i;
	const own = Object.entries(process.env).filter(([name]) => !foreign.test(name));
	return {
		...Object.fromEntries(own),
		...Object.fromEntries(off.map((name) => [name, 'false'])),
		N8N_USER_FOLDER: userFolder,
		HOME: userFolder,
		N8N_ENCRYPTION_KEY: 'key-of-the-tests',
		DB_TYPE: 'sqlite',
		N8N_PORT: String(port),
		QUEUE_HEALTH_CHECK_PORT: String(port),
		N8N_LISTEN_ADDRESS: '127.0.0.1',
		N8N_WORKER_SERVER_ADDRESS: '127.0.0.1',
		N8N_EDITOR_BASE_URL: url,
		WEBHOOK_URL: url,
		N8N_RUNNERS_BROKER_PORT: String(brokerPort),
		N8N_LOG_LEVEL: 'info',
		GENERIC_TIMEZONE: 'Europe/Oslo',
		NODE_ENV: 'production',
		NODE_OPTIONS: '',
	};
}

/** Whether n8n answers there, and not with a page that says to wait. */
async function answersJson(url: string): Promise<boolean> {
	const answer = await fetch(url).catch(() => undefined);
	return answer?.ok === true && (answer.headers.get('content-type') ?? '').includes('json');
}

/**
 * Starts n8n with a fresh user folder that has this package as a community package.
 * @param environment what n8n has in its environment beside the usual, such as a proxy
 * @param role the whole of n8n by default
 */
export async function startN8n(
	major: string,
	environment: Record<string, string> = {},
	{ args, readyAt }: Role = MAIN,
): Promise<Server> {
	installN8n(major);
	const folder = mkdtempSync(path.join(tmpdir(), 'n8n-e2e-'));
	packInto(placeOf(folder));
	const [port, brokerPort] = [await freePort(), await freePort()];
	const url = `http://127.0.0.1:${port}`;
	const { node, entry } = programOf(major);
	const start = async () =>
		await startChild(node, [entry, ...args], {
			folder,
			env: { ...environmentFor(folder, port, brokerPort, url), ...environment },
			isReady: async () => await answersJson(`${url}${readyAt}`),
		});
	const server: Server = {
		...(await start()),
		url,
		async restart() {
			await server.end();
			Object.assign(server, await start());
		},
	};
	return server;
}

/**
 * Starts n8n, does something with it, and stops it, whatever happens.
 * @param environment as of `startN8n`
 */
export async function withN8n(
	major: string,
	use: (server: Server) => Promise<void>,
	environment?: Record<string, string>,
): Promise<void> {
	const server = await startN8n(major, environment);
	try {
		await use(server);
	} finally {
		await server.stop();
	}
}
