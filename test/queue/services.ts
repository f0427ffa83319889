/* eslint-disable @n8n/community-nodes/no-restricted-imports, @n8n/community-nodes/no-restricted-globals, @n8n/community-nodes/no-dangerous-functions -- starts servers for tests, never part of the package */
import { execFileSync, spawnSync } from 'node:child_process';
import { chownSync, mkdtempSync, readdirSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';

import { startChild, type Child, type Start } from '../e2e/child';
import { freePort } from '../e2e/n8n';

/** A server of the tests' own, on loopback. */
export interface Service extends Child {
	/** What n8n has in its environment to use it. */
	environment: Record<string, string>;
}

const folderFor = (name: string) => mkdtempSync(path.join(tmpdir(), `n8n-queue-${name}-`));

const succeeds = (command: string, args: string[]) => spawnSync(command, args).status === 0;

/** Starts a Redis that keeps nothing. */
export async function startRedis(): Promise<Service> {
	const port = String(await freePort());
	const folder = folderFor('redis');
	const args = ['--port', port, '--bind', '127.0.0.1', '--save', '', '--dir', folder];
	const isReady = () => succeeds('redis-cli', ['-p', port, 'ping']);
	const child = await startChild('redis-server', args, { folder, isReady });
	const environment = { QUEUE_BULL_REDIS_HOST: '127.0.0.1', QUEUE_BULL_REDIS_PORT: port };
	return { ...child, environment };
}

/** The folder of the newest PostgreSQL's server programs, which Debian keeps out of PATH. */
function postgresPrograms(): string {
	const root = '/usr/lib/postgresql';
	const versions = readdirSync(root).map(Number);
	return path.join(root, String(Math.max(...versions)), 'bin');
}

/** PostgreSQL does not run as root: it is its own user then. */
function postgresOwner(): Start['owner'] {
	if (process.getuid?.() !== 0) return undefined;
	const idOf = (option: string) => Number(execFileSync('id', [option, 'postgres']));
	return { uid: idOf('-u'), gid: idOf('-g') };
}

/** A PostgreSQL server with a database. */
export interface Database extends Service {
	/** Of the database, as psql takes it. */
	url: string;
}

/** Starts a PostgreSQL with an empty database, which is fast rather than safe from power cuts. */
export async function startPostgres(): Promise<Database> {
	const port = String(await freePort());
	const folder = folderFor('postgres');
	const owner = postgresOwner();
	if (owner) chownSync(folder, owner.uid, owner.gid);
	const programs = postgresPrograms();
	const data = path.join(folder, 'data');
	const user = 'n8n';
	const login = ['--username', user, '--auth', 'trust'];
	const initialize = ['--pgdata', data, ...login, '--encoding', 'UTF8', '--no-locale', '--no-sync'];
	execFileSync(path.join(programs, 'initdb'), initialize, { cwd: folder, ...owner });
	const settings = {
		listen_addresses: '127.0.0.1',
		unix_socket_directories: '',
		fsync: 'off',
		synchronous_commit: 'off',
	};
	const options = Object.entries(settings).flatMap(([name, value]) => ['-c', `${name}=${value}`]);
	const child = await startChild(
		path.join(programs, 'postgres'),
		['-D', data, '-p', port, ...options],
		{
			folder,
			owner,
			// On SIGTERM it would wait for its clients.
			endsOn: 'SIGINT',
			isReady: () => succeeds(path.join(programs, 'pg_isready'), ['-h', '127.0.0.1', '-p', port]),
		},
	);
	const environment = {
		DB_TYPE: 'postgresdb',
		DB_POSTGRESDB_HOST: '127.0.0.1',
		DB_POSTGRESDB_PORT: port,
		DB_POSTGRESDB_DATABASE: 'postgres',
		DB_POSTGRESDB_USER: user,
	};
	return { ...child, environment, url: `postgresql://${user}@127.0.0.1:${port}/postgres` };
}
