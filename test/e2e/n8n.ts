/* eslint-disable @n8n/community-nodes/no-restricted-imports, @n8n/community-nodes/no-restricted-globals, @n8n/community-nodes/no-dangerous-functions, no-console -- installs and starts n8n for tests, never part of the package */
import { execFileSync, spawn, type ChildProcess } from 'node:child_process';
import {
	closeSync,
	existsSync,
	mkdirSync,
	mkdtempSync,
	openSync,
	readFileSync,
	renameSync,
	rmSync,
	writeFileSync,
} from 'node:fs';
import { createServer, type AddressInfo } from 'node:net';
import { homedir, tmpdir } from 'node:os';
import path from 'node:path';

import { packInto } from '../../scripts/pack';

/** The n8n versions that are tested, by their major version. */
export const VERSIONS: Record<string, { n8n: string; node: string; overrides?: object }> = {
	'1': {
		n8n: '1.123.81',
		node: '22.23.3',
		// 1.x names a version of this dependency that is no registry package.
		overrides: { xlsx: 'npm:xlsx@0.18.5' },
	},
	'2': { n8n: '2.41.1', node: '24.21.0' },
};

const cacheFolder = path.join(
	process.env.XDG_CACHE_HOME || path.join(homedir(), '.cache'),
	'n8n-nodes-superoffice',
);

/** The majors that a command is to take: that of `--n8n`, else all. Ends the process for another. */
export function wantedMajors(args: string[]): string[] {
	const index = args.indexOf('--n8n');
	if (index < 0) return Object.keys(VERSIONS);
	const major = args[index + 1] ?? '';
	if (major in VERSIONS) return [major];
	console.error(`--n8n takes one of: ${Object.keys(VERSIONS).join(', ')}`);
	return process.exit(2);
}

/** Where a version of n8n is, or will be, installed. */
const installFolder = (major: string) => path.join(cacheFolder, `n8n-${VERSIONS[major].n8n}`);

const binFolder = (folder: string) => path.join(folder, 'node_modules', '.bin');

function runNpm(folder: string, ...args: string[]): void {
	// n8n's native module has to be built for the Node that n8n will run on.
	const own = [binFolder(folder), process.env.PATH].join(path.delimiter);
	execFileSync('npm', args, { cwd: folder, stdio: 'inherit', env: { ...process.env, PATH: own } });
}

/** Installs a version of n8n on first use, into the user's cache folder; takes minutes then. */
export function installN8n(major: string): void {
	const { n8n, node, overrides } = VERSIONS[major];
	const manifest = JSON.stringify({ private: true, dependencies: { n8n, node }, overrides });
	const final = installFolder(major);
	const done = path.join(final, 'installed.json');
	if (existsSync(done) && readFileSync(done, 'utf8') === manifest) return;
	console.log(`Installing n8n ${n8n} into ${final}; this takes some minutes, once`);
	mkdirSync(cacheFolder, { recursive: true });
	const folder = mkdtempSync(path.join(cacheFolder, 'installing-'));
	writeFileSync(path.join(folder, 'package.json'), manifest);
	writeFileSync(path.join(folder, '.npmrc'), 'yes=true\nloglevel=error\n');
	// n8n's install scripts would build native modules that ship prebuilt; only sqlite3 has to be
	// built, which takes python3, make and a C++ compiler where it finds no prebuilt one.
	runNpm(folder, 'install', '--ignore-scripts', '--no-audit', '--no-fund');
	runNpm(folder, 'rebuild', 'node');
	runNpm(folder, 'rebuild', 'sqlite3');
	writeFileSync(path.join(folder, 'installed.json'), manifest);
	// At once, so that two that install at the same time do not meet half of each other's.
	rmSync(final, { recursive: true, force: true });
	renameSync(folder, final);
}

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
export interface Server {
	url: string;
	/** The file that holds all that it has written to its output. */
	logFile: string;
	/** The folder in which it keeps its database, among others. */
	userFolder: string;
	/**
	 * Stops it, and starts it again with all that it has stored.
	 * @param signal SIGKILL for a crash
	 */
	restart(signal?: NodeJS.Signals): Promise<void>;
	/** Stops it, and clears away what it has stored. */
	stop(): Promise<void>;
}

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
		N8N_LISTEN_ADDRESS: '127.0.0.1',
		N8N_EDITOR_BASE_URL: url,
		WEBHOOK_URL: url,
		N8N_RUNNERS_BROKER_PORT: String(brokerPort),
		N8N_LOG_LEVEL: 'info',
		GENERIC_TIMEZONE: 'Europe/Oslo',
		NODE_ENV: 'production',
		NODE_OPTIONS: '',
	};
}

/** Waits for the first answer; what went wrong when there is none. */
async function waitUntilReady(
	url: string,
	child: ChildProcess,
	logFile: string,
): Promise<string | undefined> {
	for (let second = 0; second < 180; second++) {
		if (child.exitCode !== null || child.signalCode !== null)
			return `n8n stopped:\n${readFileSync(logFile, 'utf8')}`;
		const answer = await fetch(`${url}/rest/settings`).catch(() => undefined);
		if (answer?.ok && (answer.headers.get('content-type') ?? '').includes('json')) return undefined;
		await new Promise((resolve) => setTimeout(resolve, 1000));
	}
	return `n8n did not answer within three minutes:\n${readFileSync(logFile, 'utf8')}`;
}

/** A process that ends with this one, however that happens. */
interface Running {
	child: ChildProcess;
	end(signal?: NodeJS.Signals): Promise<void>;
}

function launch(major: string, userFolder: string, env: NodeJS.ProcessEnv, log: string): Running {
	const output = openSync(log, 'a');
	const folder = installFolder(major);
	const entry = path.join(folder, 'node_modules', 'n8n', 'bin', 'n8n');
	const child = spawn(path.join(binFolder(folder), 'node'), [entry, 'start'], {
		cwd: userFolder,
		env,
		stdio: ['ignore', output, output],
	});
	closeSync(output);
	const exited = new Promise<void>((resolve) => {
		child.once('exit', () => resolve());
		child.once('error', () => resolve());
	});
	const kill = () => void child.kill('SIGKILL');
	process.once('exit', kill);
	const end = async (signal: NodeJS.Signals = 'SIGTERM') => {
		child.kill(signal);
		const timer = setTimeout(kill, 15_000);
		await exited;
		clearTimeout(timer);
		process.off('exit', kill);
	};
	return { child, end };
}

/**
 * Starts n8n with a fresh user folder that has this package as a community package.
 * @param environment what n8n has in its environment beside the usual, such as a proxy
 */
export async function startN8n(
	major: string,
	environment: Record<string, string> = {},
): Promise<Server> {
	installN8n(major);
	const userFolder = mkdtempSync(path.join(tmpdir(), 'n8n-e2e-'));
	packInto(placeOf(userFolder));
	const [port, brokerPort] = [await freePort(), await freePort()];
	const url = `http://127.0.0.1:${port}`;
	const logFile = path.join(userFolder, 'n8n.log');
	const env = { ...environmentFor(userFolder, port, brokerPort, url), ...environment };
	let running: Running | undefined;
	const stop = async () => {
		await running?.end();
		rmSync(userFolder, { recursive: true, force: true, maxRetries: 5 });
	};
	const start = async () => {
		running = launch(major, userFolder, env, logFile);
		const failure = await waitUntilReady(url, running.child, logFile);
		if (failure === undefined) return;
		await stop();
		throw new Error(failure);
	};
	const restart = async (signal?: NodeJS.Signals) => {
		await running?.end(signal);
		await start();
	};
	await start();
	return { url, logFile, userFolder, restart, stop };
}

/** Starts n8n, does something with it, and stops it, whatever happens. */
export async function withN8n(
	major: string,
	use: (server: Server) => Promise<void>,
): Promise<void> {
	const server = await startN8n(major);
	try {
		await use(server);
	} finally {
		await server.stop();
	}
}
