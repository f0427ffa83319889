import { sleep, type IDataObject } from 'n8n-workflow';

import type { Client } from '../e2e/client';
import { SYSTEM_USER } from '../e2e/online';
import type { WorkflowFile } from '../engine';
import { systemUser } from '../nodes/online/logins';
import type { Online } from '../simulator/online';
import { byId, NODE, workflowWith } from '../support';
import { listExecutions, readItems, type Listed } from './executions';

const TRIGGER = 'Start';
const WEBHOOK = 'orders';

/** How many orders are posted at the same time, and how many executions are read. */
const AT_ONCE = 16;

/** Does something for each of many, some at the same time. */
async function forEach<T>(all: T[], act: (one: T) => Promise<void>): Promise<void> {
	const left = all.values();
	const workThrough = async () => {
		for (const one of left) await act(one);
	};
	await Promise.all(Array.from({ length: AT_ONCE }, workThrough));
}

/** A workflow that makes an appointment of each order that is posted to it, with the order as its key. */
function workflowOfOrders(): WorkflowFile {
	const order = '={{ $json.body.order }}';
	const parameters = {
		title: order,
		onUnknownOutcome: 'checkFirst',
		keyField: byId('SuperOffice:1'),
		keyValue: order,
		output: 'selected',
		select: 'AppointmentId,Title',
	};
	const file = workflowWith(parameters, { login: { type: SYSTEM_USER, data: {} } });
	const [trigger, ...others] = file.nodes;
	const webhook = {
		...trigger,
		type: 'n8n-nodes-base.webhook',
		typeVersion: 2,
		webhookId: WEBHOOK,
		parameters: { httpMethod: 'POST', path: WEBHOOK, responseMode: 'onReceived' },
	};
	return { ...file, name: 'Orders', nodes: [webhook, ...others] };
}

/** What an execution has made of an order. */
export interface Outcome {
	order: string;
	output: IDataObject;
}

/** Whoever sends orders to n8n, and looks at what came of them. */
export class Shop {
	constructor(
		private readonly client: Client,
		private readonly workflowId: string,
	) {}

	/** Activates the workflow of the orders in n8n, with a system user who has never signed in. */
	static async open(client: Client, online: Online): Promise<Shop> {
		const { data } = systemUser(online);
		const credential = await client.createCredential('SuperOffice Online', data, SYSTEM_USER);
		const workflow = await client.importWorkflow(workflowOfOrders(), { [SYSTEM_USER]: credential });
		await client.activate(workflow.id);
		return new Shop(client, workflow.id);
	}

	/** Posts orders, each as soon as n8n has taken one of those before it. */
	async send(orders: string[]): Promise<void> {
		await forEach(orders, async (order) => {
			const answer = await fetch(`${this.client.url}/webhook/${WEBHOOK}`, {
				method: 'POST',
				headers: { 'content-type': 'application/json' },
				body: JSON.stringify({ order }),
			});
			if (!answer.ok) throw new Error(`Order ${order}: ${answer.status} ${await answer.text()}`);
		});
	}

	private async list(...status: string[]): Promise<Listed[]> {
		return await listExecutions(this.client, this.workflowId, status);
	}

	/** Waits until n8n has no execution under way. */
	async settled(): Promise<void> {
		while ((await this.list('new', 'running', 'waiting')).length > 0) await sleep(1000);
	}

	/** The executions that have not succeeded. */
	async failed(): Promise<Listed[]> {
		return await this.list('error', 'crashed', 'canceled', 'unknown');
	}

	/** What all executions that have succeeded put out. */
	async outcomes(): Promise<Outcome[]> {
		const outcomes: Outcome[] = [];
		await forEach(await this.list('success'), async ({ id }) => {
			const items = await readItems(this.client, id);
			const [{ json: posted }] = items(TRIGGER);
			const [{ json: output }] = items(NODE);
			outcomes.push({ order: String((posted.body as IDataObject).order), output });
		});
		return outcomes;
	}
}
