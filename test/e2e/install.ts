/* eslint-disable @n8n/community-nodes/no-restricted-imports, @n8n/community-nodes/no-restricted-globals, @n8n/community-nodes/no-dangerous-functions, no-console -- installs n8n for tests, never part of the package */
import { execFileSync } from 'node:child_process';
import {
	existsSync,
	mkdirSync,
	mkdtempSync,
	readFileSync,
	renameSync,
	rmSync,
	writeFileSync,
} from 'node:fs';
import { homedir } from 'node:os';
import path from 'node:path';

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

/** The Node that an installed n8n runs on, and the file that starts n8n. */
export function programOf(major: string): { node: string; entry: string } {
	const folder = installFolder(major);
	return {
		node: path.join(binFolder(folder), 'node'),
		entry: path.join(folder, 'node_modules', 'n8n', 'bin', 'n8n'),
	};
}
