/* eslint-disable @n8n/community-nodes/no-restricted-imports, @n8n/community-nodes/no-dangerous-functions -- a part of a command, never part of the package */
import { fork } from 'node:child_process';
import { once } from 'node:events';

import type { Faults } from '../../test/simulator';

/** To begin anew with faults, or, with a prefix of titles, to say what became of these. */
export interface Ask {
	faults?: Faults;
	prefix?: string;
}

/** What the simulator saw of a run. */
export interface Seen {
	requests: number;
	/** The highest number of requests at the same time. */
	inFlight: number;
	/** Requests beyond the capacity, and connections that were cut. */
	refused: number;
	cut: number;
	/** Milliseconds of CPU that it took itself. */
	cpu: number;
	/** Appointments of the run's items, and how many different ones. */
	created: number;
	distinct: number;
}

/** A simulator in a process of its own. */
export interface Served {
	baseUrl: string;
	/** Begins anew: no appointments of before, no counts, these faults. */
	prepare(faults: Faults): Promise<void>;
	/** What became of the items whose titles begin so. */
	see(prefix: string): Promise<Seen>;
	stop(): void;
}

export async function serve(): Promise<Served> {
	const child = fork(require.resolve('./simulatorProcess'), {
		execArgv: ['--require', require.resolve('tsx/cjs')],
	});
	const told = async (): Promise<unknown> => (await once(child, 'message'))[0] as unknown;
	async function ask(question: Ask): Promise<unknown> {
		const answer = told();
		child.send(question);
		return await answer;
	}
	const baseUrl = (await told()) as string;
	return {
		baseUrl,
		prepare: async (faults) => void (await ask({ faults })),
		see: async (prefix) => (await ask({ prefix })) as Seen,
		stop: () => child.disconnect(),
	};
}
