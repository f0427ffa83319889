/* eslint-disable @n8n/community-nodes/no-restricted-imports, @n8n/community-nodes/no-restricted-globals, @n8n/community-nodes/no-dangerous-functions -- starts servers for tests, never part of the package */
import { spawn, type ChildProcess } from 'node:child_process';
import { closeSync, openSync, readFileSync, rmSync } from 'node:fs';
import path from 'node:path';

/** A process that the tests have started. */
export interface Child {
	pid: number;
	/** The file that holds all that it has written to its output. */
	logFile: string;
	/** Asks it to end, ends it where it does not, and waits until it has. */
	end(): Promise<void>;
	/** Ends it, and removes its folder. */
	stop(): Promise<void>;
}

/** How a process is started. */
export interface Start {
	/** Where it runs: a folder of its own, which goes with it. */
	folder: string;
	env?: NodeJS.ProcessEnv;
	/** Who it is to be, where not the user of this process. */
	owner?: { uid: number; gid: number };
	/** What asks it to end. */
	endsOn?: NodeJS.Signals;
	/** Whether it can be used. */
	isReady(): boolean | Promise<boolean>;
}

/** Waits until a process can be used; what went wrong when it cannot. */
async function waitUntilReady(
	child: ChildProcess,
	isReady: Start['isReady'],
): Promise<string | undefined> {
	for (let tries = 0; tries < 900; tries++) {
		if (child.exitCode !== null || child.signalCode !== null) return 'stopped';
		if (await isReady()) return undefined;
		await new Promise((resolve) => setTimeout(resolve, 200));
	}
	return 'was not ready within three minutes';
}

/** Lets signals that nobody else heeds end this process as anything else does: `exit` is told of it. */
function heedSignals(): void {
	for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) {
		if (process.listenerCount(signal) === 0) process.once(signal, () => process.exit(1));
	}
}

/**
 * Starts a process, which ends with this one, and waits until it can be used.
 * @throws Error with all that it has written, when it cannot
 */
export async function startChild(command: string, args: string[], start: Start): Promise<Child> {
	const { folder, env, owner, endsOn = 'SIGTERM', isReady } = start;
	const logFile = path.join(folder, 'output.log');
	const output = openSync(logFile, 'a');
	const child = spawn(command, args, {
		cwd: folder,
		env,
		stdio: ['ignore', output, output],
		...owner,
	});
	closeSync(output);
	const exited = new Promise<void>((resolve) => {
		child.once('exit', () => resolve());
		child.once('error', () => resolve());
	});
	const kill = () => void child.kill('SIGKILL');
	const clear = () => rmSync(folder, { recursive: true, force: true, maxRetries: 5 });
	// However this process ends, the child ends with it.
	const killAndClear = () => {
		kill();
		clear();
	};
	heedSignals();
	process.once('exit', killAndClear);
	const end = async () => {
		child.kill(endsOn);
		const timer = setTimeout(kill, 15_000);
		await exited;
		clearTimeout(timer);
		process.off('exit', killAndClear);
	};
	const stop = async () => {
		await end();
		clear();
	};
	const problem = await waitUntilReady(child, isReady);
	if (problem === undefined) return { pid: Number(child.pid), logFile, end, stop };
	const written = readFileSync(logFile, 'utf8');
	await stop();
	throw new Error(`${command} ${problem}:\n${written}`);
}
