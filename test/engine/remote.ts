/* eslint-disable @n8n/community-nodes/no-restricted-imports, @n8n/community-nodes/no-restricted-globals -- speaks to a process of the tests, never part of the package */
import type { ChildProcess } from 'node:child_process';
import { randomUUID } from 'node:crypto';

import { parse } from 'flatted';
import type { INodeExecutionData, IRunExecutionData } from 'n8n-workflow';

import type { askForm } from './dynamic';
import type { Outcome, runWorkflow } from './index';
import type { SavedCredential } from './credentials';
import { forkHost } from './fork';
import type { Polled, pollWorkflow } from './poll';
import type { callWebhook } from './webhook';

/** What the parent orders: to run a workflow, to call or poll it, to test a credential, or to ask what a form offers. */
type Task =
	| { run: Parameters<typeof runWorkflow> }
	| { webhook: Parameters<typeof callWebhook> }
	| { poll: Parameters<typeof pollWorkflow> }
	| { test: SavedCredential }
	| { form: Parameters<typeof askForm> };

export type Order = Task & { id: string };

/** That what comes next is meant for a process that has just been started; see `startAnew`. */
export interface Start {
	start: Record<string, string> | null;
}

/** What came of it. */
export type Answer = { id: string } & (
	| ({ stored: string } & Omit<Outcome, 'run'>)
	| { started: boolean[] }
	| { polled: Polled }
	| { complaint: string | undefined }
	| { offered: Awaited<ReturnType<typeof askForm>> }
	| { failure: string; description?: string }
);

/** The error that stopped a run, as n8n stores it. */
export interface StoredError {
	message: string;
	description?: string | null;
	httpCode?: string | null;
	context?: { itemIndex?: number };
}

/** What came of a run. */
export interface Result extends Omit<Outcome, 'run'> {
	/** The execution's data as n8n writes it to its database. */
	stored: string;
	/** Items that a node put out, by output. */
	itemsOf(node: string, output?: number): INodeExecutionData[];
	/** What n8n shows above what a node put out. */
	hintsOf(node: string): string[];
	error?: StoredError;
}

declare global {
	/** Gives the process that the test files of one of jest's workers share (jestEnvironment.ts). */
	var sharedEngineHost: (() => ChildProcess) | undefined;
}

/** An engine in a process beside the tests: n8n's expressions need a Node without jest around it. */
export class RemoteEngine {
	/** Everything that the process wrote to its output since this engine was made. */
	log = '';

	private readonly host: ChildProcess;

	private readonly isShared: boolean;

	private readonly waiting = new Map<string, (answer: Answer) => void>();

	/**
	 * Test files share a process, as loading n8n takes seconds.
	 * @param environment what the engine has beside this process's environment, such as a proxy; it then knows nothing
	 * of what was before, as after a restart
	 */
	constructor(environment?: Record<string, string>) {
		// What is loaded before the package cannot be taken back.
		const isOwn = environment?.N8N_ENGINE_PRELOAD !== undefined;
		const shared = isOwn ? undefined : globalThis.sharedEngineHost?.();
		this.isShared = shared !== undefined;
		this.host = shared ?? forkHost(environment);
		shared?.send({ start: environment ?? null } satisfies Start);
		this.host.stdout?.on('data', this.take);
		this.host.stderr?.on('data', this.take);
		this.host.on('message', this.settle);
		this.host.on('exit', this.giveUp);
	}

	private readonly take = (data: Buffer) => void (this.log += data.toString());

	private readonly settle = (answer: Answer) => this.waiting.get(answer.id)?.(answer);

	private readonly giveUp = (code: number | null) => {
		for (const [id, settle] of this.waiting) {
			settle({ id, failure: `The engine stopped (${code}):\n${this.log}` });
		}
	};

	private async order(task: Task): Promise<Answer> {
		const id = randomUUID();
		const answer = await new Promise<Answer>((resolve) => {
			this.waiting.set(id, resolve);
			this.host.send({ id, ...task });
		});
		this.waiting.delete(id);
		if ('failure' in answer) {
			throw Object.assign(new Error(answer.failure), { description: answer.description });
		}
		return answer;
	}

	/** Runs a workflow; see `runWorkflow`. */
	async run(...run: Parameters<typeof runWorkflow>): Promise<Result> {
		const answer = await this.order({ run });
		if (!('stored' in answer)) throw new Error('The engine answered something else');
		const { stored, decryptions, renewals, credentials } = answer;
		const { resultData } = parse(stored) as IRunExecutionData;
		return {
			stored,
			decryptions,
			renewals,
			credentials,
			itemsOf: (node, output = 0) => resultData.runData[node]?.[0]?.data?.main[output] ?? [],
			hintsOf: (node) => (resultData.runData[node]?.[0]?.hints ?? []).map(({ message }) => message),
			error: resultData.error as StoredError | undefined,
		};
	}

	/** Polls a workflow; see `pollWorkflow`. */
	async poll(...poll: Parameters<typeof pollWorkflow>): Promise<Polled> {
		const answer = await this.order({ poll });
		if (!('polled' in answer)) throw new Error('The engine answered something else');
		return answer.polled;
	}

	/** Calls a workflow's webhook; see `callWebhook`. */
	async call(...webhook: Parameters<typeof callWebhook>): Promise<boolean[]> {
		const answer = await this.order({ webhook });
		if (!('started' in answer)) throw new Error('The engine answered something else');
		return answer.started;
	}

	/** Tests a credential; see `testCredential`. */
	async test(credential: SavedCredential): Promise<string | undefined> {
		const answer = await this.order({ test: credential });
		return 'complaint' in answer ? answer.complaint : undefined;
	}

	/** Asks what a form offers; see `askForm`. */
	async ask(...form: Parameters<typeof askForm>): ReturnType<typeof askForm> {
		const answer = await this.order({ form });
		if (!('offered' in answer)) throw new Error('The engine answered something else');
		return answer.offered;
	}

	stop(): void {
		this.waiting.clear();
		this.host.stdout?.off('data', this.take);
		this.host.stderr?.off('data', this.take);
		this.host.off('message', this.settle);
		this.host.off('exit', this.giveUp);
		if (!this.isShared) this.host.disconnect();
	}
}
