import './environment';

import once from 'lodash/once';
import { ExecutionLifecycleHooks, WorkflowExecute } from 'n8n-core';
import {
	createRunExecutionData,
	Expression,
	sleep,
	Workflow,
	type IConnections,
	type INode,
	type INodeExecutionData,
	type IPinData,
	type IRun,
	type IWorkflowExecuteAdditionalData,
	type IWorkflowSettings,
} from 'n8n-workflow';

import { TestCredentials, type SavedCredential } from './credentials';
import { bringFilesBack, keepFilesInFolder } from './files';
import { loadTypes, type LoadedTypes } from './nodeTypes';

/** A workflow as n8n exports it. */
export interface WorkflowFile {
	name?: string;
	nodes: INode[];
	connections: IConnections;
	settings?: IWorkflowSettings;
	pinData?: IPinData;
}

/** What came of a run. */
export interface Outcome {
	run: IRun;
	/** How often a credential was decrypted. */
	decryptions: number;
	/** How often a renewed credential was stored. */
	renewals: number;
	/** The credentials as they were stored afterwards. */
	credentials: Record<string, SavedCredential>;
}

/** Items that a node of a run put out first. */
export function itemsOf({ run }: Outcome, node: string): INodeExecutionData[] {
	return run.data.resultData.runData[node]?.[0]?.data?.main[0] ?? [];
}

// n8n 2 evaluates expressions in isolated-vm; without this the library's older engine runs.
const startExpressions = once(
	async () =>
		await Expression.initExpressionEngine({
			engine: 'vm',
			poolSize: 1,
			// Only where there is an expression, as making an isolate takes longer than many a test.
			lazyAcquire: true,
			maxCodeCacheSize: 1024,
			bridgeTimeout: 5000,
			bridgeMemoryLimit: 128,
		} as Parameters<typeof Expression.initExpressionEngine>[0]),
);

let loading: Promise<LoadedTypes> | undefined;

/** Loads the package and starts the expression engine, once. */
export async function prepare(): Promise<LoadedTypes> {
	await startExpressions();
	return await (loading ??= loadTypes());
}

/** Lets the package be loaded by the next `prepare`. */
export const forgetTypes = (): void => void (loading = undefined);

/** What n8n's server knows around an execution. */
export function additionalDataFor(
	workflow: WorkflowFile,
	credentials: TestCredentials,
	executionId = '1',
) {
	const none = 'http://127.0.0.1:1';
	const data = {
		credentialsHelper: credentials,
		currentNodeExecutionIndex: 0,
		executionId,
		restApiUrl: none,
		instanceBaseUrl: none,
		formBaseUrl: none,
		formWaitingBaseUrl: none,
		formTestBaseUrl: none,
		webhookBaseUrl: none,
		webhookWaitingBaseUrl: none,
		webhookTestBaseUrl: none,
		variables: {},
		setExecutionStatus: () => undefined,
		logAiEvent: () => undefined,
		hooks: new ExecutionLifecycleHooks('manual', '1', {
			id: 'test',
			name: workflow.name ?? 'test',
			active: false,
			nodes: workflow.nodes,
			connections: workflow.connections,
			createdAt: new Date(),
			updatedAt: new Date(),
		} as never),
	};
	return data as unknown as IWorkflowExecuteAdditionalData;
}

/** How an execution differs from others. */
export interface Circumstances {
	/** By default '1'. */
	executionId?: string;
	/** Milliseconds after which somebody cancels it. */
	cancelAfter?: number;
	/** Whether n8n keeps files in a folder, and not in the items. */
	filesInFolder?: boolean;
}

/**
 * Runs a workflow in n8n's own engine, with real HTTP.
 * @param credentials saved credentials by the id that the workflow's nodes name
 * @param input items that the start node, the workflow's first, puts out
 */
export async function runWorkflow(
	file: WorkflowFile,
	credentials: Record<string, SavedCredential>,
	input: INodeExecutionData[] = [{ json: {} }],
	{ executionId, cancelAfter, filesInFolder = false }: Circumstances = {},
): Promise<Outcome> {
	const { nodeTypes, credentialTypes } = await prepare();
	const helper = new TestCredentials(credentialTypes, credentials);
	if (filesInFolder) await keepFilesInFolder(input);
	const workflow = new Workflow({
		id: 'test',
		name: file.name,
		nodes: structuredClone(file.nodes),
		connections: file.connections,
		active: false,
		nodeTypes,
		settings: file.settings,
	});
	const start = workflow.nodes[file.nodes[0].name];
	const runData = createRunExecutionData({
		executionData: {
			nodeExecutionStack: [{ node: start, data: { main: [input] }, source: null }],
		},
	});
	const additionalData = additionalDataFor(file, helper, executionId);
	const running = new WorkflowExecute(additionalData, 'manual', runData).processRunExecutionData(
		workflow,
	);
	if (cancelAfter !== undefined) void sleep(cancelAfter).then(() => running.cancel());
	const run = await running;
	if (filesInFolder) await bringFilesBack(run);
	const { decryptions, renewals, saved } = helper;
	return { run, decryptions, renewals, credentials: saved };
}
