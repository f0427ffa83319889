import './environment';

import { PollContext, TriggersAndPollers } from 'n8n-core';
import {
	Workflow,
	type IDataObject,
	type INodeExecutionData,
	type NodeApiError,
} from 'n8n-workflow';

import { passTime } from './clock';
import { TestCredentials, type SavedCredential } from './credentials';
import { additionalDataFor, prepare, type WorkflowFile } from './index';

/** What came of a poll. */
export interface Polled {
	/** The items that start an execution; none where nothing starts. */
	items?: INodeExecutionData[];
	/** The workflow's static data afterwards, which n8n stores when an execution starts. */
	staticData: IDataObject;
	error?: { message: string; description?: string | null };
}

/** How a poll comes about. */
export interface Occasion {
	/**
	 * Somebody has activated the workflow: n8n polls at once. `scheduled` by the context of the activation before, as
	 * n8n does it; by default by one of its own, as n8n 2 does it where its poll cursors are durable.
	 */
	by?: 'activation' | 'scheduled';
	/** Minutes after the poll before; none by default. */
	after?: number;
}

let activated: PollContext | undefined;

/**
 * Polls a workflow's first node once, as n8n's own engine does it.
 * @param credentials saved credentials by the id that the workflow's nodes name
 * @param staticData what n8n has stored with the workflow
 */
export async function pollWorkflow(
	file: WorkflowFile,
	credentials: Record<string, SavedCredential>,
	staticData: IDataObject,
	{ by, after = 0 }: Occasion = {},
): Promise<Polled> {
	passTime(after * 60_000);
	const { nodeTypes, credentialTypes } = await prepare();
	const additionalData = additionalDataFor(file, new TestCredentials(credentialTypes, credentials));
	const { nodes, connections, settings } = structuredClone(file);
	const facts = { id: 'test', nodes, connections, active: true, nodeTypes, settings, staticData };
	const workflow = new Workflow(facts);
	const node = workflow.nodes[nodes[0].name];
	const mode = by === 'activation' ? 'activate' : 'update';
	const made = new PollContext(workflow, node, additionalData, 'trigger', mode);
	const context = by === 'scheduled' ? (activated ?? made) : made;
	if (by === 'activation') activated = made;
	const polled: Polled = { staticData: {} };
	await workflow.expression.acquireIsolate();
	try {
		const output = await new TriggersAndPollers().runPollFunction(workflow, node, context);
		if (output !== null) [polled.items] = output;
	} catch (error) {
		const { message, description } = error as NodeApiError;
		polled.error = { message, description };
	} finally {
		await workflow.expression.releaseIsolate();
	}
	polled.staticData = JSON.parse(JSON.stringify(workflow.staticData)) as IDataObject;
	return polled;
}
