import { sleep, type IDataObject } from 'n8n-workflow';

import type { Client } from '../e2e/client';
import { settledExecutions, type Ended } from '../e2e/executions';
import { SYSTEM_USER } from '../e2e/online';
import type { WorkflowFile } from '../engine';
import { systemUser } from '../nodes/shared/transport/online/logins';
import type { Online } from '../simulator/online';
import { byId, NODE, workflowWith } from '../support';
import { query } from './query';

const TRIGGER = 'Start';
const WEBHOOK = 'orders';

/** How many orders are posted at the same time. */
const AT_ONCE = 16;

/** A workflow that makes an appointment of each order that is posted to it, with the order as its key. */
function workflowOfOrders(): WorkflowFile {
	const order = '={{ $json.body.order }}';
	const parameters = {
		title: order,
		keyField: byId('SuperOffice:1'),
		keyValue: order,
		output: 'selected',
		select: ['AppointmentId', 'Title'],
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

/** What has come of an execution. */
export interface Outcome {
	status: string;
	/** The order that it was about, as far as n8n knows. */
	order?: unknown;
	output?: IDataObject;
}

function outcomeOf({ status, itemsOf }: Ended): Outcome {
	const [posted] = itemsOf(TRIGGER);
	const [output] = itemsOf(NODE);
	return { status, order: (posted?.json.body as IDataObject)?.order, output: output?.json };
}

/** Whoever sends orders to n8n, and looks at what came of them. */
export class Shop {
	private sent = 0;

	private constructor(
		private readonly client: Client,
		private readonly workflowId: string,
	) {}

	/** Activates the workflow of the orders in n8n, with a system user who has never signed in. */
	static async open(client: Client, online: Online): Promise<Shop> {
		const { data } = systemUser(online);
		const credential = await client.createCredential('SuperOffice Online', data, SYSTEM_USER);
		const { id } = await client.importWorkflow(workflowOfOrders(), { [SYSTEM_USER]: credential });
		await client.activate(id);
		return new Shop(client, id);
	}

	/** Posts an order, again while n8n says that its database is too busy to take it. */
	private async post(order: string): Promise<void> {
		const answer = await fetch(`${this.client.url}/webhook/${WEBHOOK}`, {
			method: 'POST',
			headers: { 'content-type': 'application/json' },
			body: JSON.stringify({ order }),
		});
		if (answer.status === 503) {
			await sleep(500);
			return await this.post(order);
		}
		if (!answer.ok) throw new Error(`Order ${order}: ${answer.status} ${await answer.text()}`);
		this.sent += 1;
	}

	/** Posts orders, each as soon as n8n has taken one of those before it. */
	async send(orders: string[]): Promise<void> {
		const left = orders.values();
		const sender = async () => {
			for (const order of left) await this.post(order);
		};
		await Promise.all(Array.from({ length: AT_ONCE }, sender));
	}

	/** What has come of all orders, once nothing is under way. */
	async outcomes(): Promise<Outcome[]> {
		return (await settledExecutions(query, this.workflowId, this.sent)).map(outcomeOf);
	}

	/** The statuses of the executions that n8n's editor lists as failed. */
	async listFailed(): Promise<string[]> {
		const { workflowId } = this;
		const filter = JSON.stringify({ workflowId, status: ['error', 'crashed', 'canceled'] });
		const path = `/executions?limit=100&filter=${encodeURIComponent(filter)}`;
		const { results } = await this.client.call<{ results: Outcome[] }>('GET', path);
		return results.map(({ status }) => status);
	}
}
