/* eslint-disable @n8n/community-nodes/no-restricted-imports, @n8n/community-nodes/no-restricted-globals, @n8n/community-nodes/no-dangerous-functions, no-console -- installs and starts n8n for tests, never part of the package */
import { execFileSync, spawn, type ChildProcess } from 'node:child_process';
import {
	existsSync,
	mkdirSync,
	mkdtempSync,
	openSync,
	readdirSync,
	readFileSync,
	rmSync,
	writeFileSync,
} from 'node:fs';
import { createServer, type AddressInfo } from 'node:net';
import { homedir, tmpdir } from 'node:os';
import path from 'node:path';

import { packageFolder } from '../engine/environment';

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
	process.env.XDG_CACHE_HOME ?? path.join(homedir(), '.cache'),
	'n8n-nodes-superoffice',
);

/** Where a version of n8n is, or will be, installed. */
export const installFolder = (major: string): string =>
	path.join(cacheFolder, `n8n-${VERSIONS[major].n8n}`);

const binFolder = (major: string) => path.join(installFolder(major), 'node_modules', '.bin');

/** The environment for a command that has to run on the n8n version's own Node. */
const withOwnNode = (major: string) => ({
	...process.env,
	PATH: [binFolder(major), process.env.PATH].join(path.delimiter),
});

/** Installs a version of n8n on first use, into the user's cache folder; takes minutes then. */
export function installN8n(major: string): void {
	const folder = installFolder(major);
	const done = path.join(folder, 'installed');
	if (existsSync(done)) return;
	const { n8n, node, overrides } = VERSIONS[major];
	console.log(`Installing n8n ${n8n} into ${folder}; this takes some minutes, once`);
	rmSync(folder, { recursive: true, force: true });
	mkdirSync(folder, { recursive: true });
	const manifest = { private: true, dependencies: { n8n, node }, overrides };
	writeFileSync(path.join(folder, 'package.json'), JSON.stringify(manifest));
	writeFileSync(path.join(folder, '.npmrc'), 'yes=true\nloglevel=error\n');
	const npm = (...args: string[]) =>
		execFileSync('npm', args, { cwd: folder, stdio: 'inherit', env: withOwnNode(major) });
	// n8n's install scripts would build native modules that ship prebuilt; only sqlite3 has to be built.
	npm('install', '--ignore-scripts', '--no-audit', '--no-fund');
	npm('rebuild', 'node');
	npm('rebuild', 'sqlite3');
	writeFileSync(done, '');
}

async function freePort(): Promise<number> {
	const server = createServer();
	await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
	const { port } = server.address() as AddressInfo;
	await new Promise((resolve) => server.close(resolve));
	return port;
}

/** Packs this checkout and places it in a user folder as n8n's installer of community packages does. */
function placePackage(userFolder: string): void {
	const folder = path.join(userFolder, '.n8n', 'nodes', 'node_modules', 'n8n-nodes-superoffice');
	mkdirSync(folder, { recursive: true });
	const pack = ['pack', '--silent', '--ignore-scripts', '--pack-destination', userFolder];
	execFileSync('npm', pack, { cwd: packageFolder });
	const tarball = readdirSync(userFolder).find((file) => file.endsWith('.tgz')) ?? '';
	execFileSync('tar', [
		'xzf',
		path.join(userFolder, tarball),
		'--strip-components=1',
		'-C',
		folder,
	]);
}

/** A running n8n. */
export interface Server {
	url: string;
	/** The file that holds all that it has written to its output. */
	logFile: string;
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
	const own = Object.entries(process.env).filter(([name]) => !/proxy/i.test(name));
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
		if (child.exitCode !== null) return `n8n stopped:\n${readFileSync(logFile, 'utf8')}`;
		const answer = await fetch(`${url}/rest/settings`).catch(() => undefined);
		if (answer?.ok && (answer.headers.get('content-type') ?? '').includes('json')) return undefined;
		await new Promise((resolve) => setTimeout(resolve, 1000));
	}
	return `n8n did not answer within three minutes:\n${readFileSync(logFile, 'utf8')}`;
}

/** Starts n8n with a fresh user folder that has this package as a community package. */
export async function startN8n(major: string): Promise<Server> {
	installN8n(major);
	const userFolder = mkdtempSync(path.join(tmpdir(), 'n8n-e2e-'));
	placePackage(userFolder);
	const [port, brokerPort] = [await freePort(), await freePort()];
	const url = `http://127.0.0.1:${port}`;
	const logFile = path.join(userFolder, 'n8n.log');
	const output = openSync(logFile, 'a');
	const entry = path.join(installFolder(major), 'node_modules', 'n8n', 'bin', 'n8n');
	const child = spawn(path.join(binFolder(major), 'node'), [entry, 'start'], {
		cwd: userFolder,
		env: environmentFor(userFolder, port, brokerPort, url),
		stdio: ['ignore', output, output],
	});
	const exited = new Promise((resolve) => child.once('exit', resolve));
	const stop = async () => {
		child.kill('SIGTERM');
		const timer = setTimeout(() => child.kill('SIGKILL'), 15_000);
		await exited;
		clearTimeout(timer);
		rmSync(userFolder, { recursive: true, force: true });
	};
	const failure = await waitUntilReady(url, child, logFile);
	if (failure === undefined) return { url, logFile, stop };
	await stop();
	throw new Error(failure);
}
