/* eslint-disable @n8n/community-nodes/no-restricted-imports -- a server of the tests, never part of the package */
import './environment';

import { once } from 'node:events';
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { buffer } from 'node:stream/consumers';
import { setTimeout as sleep } from 'node:timers/promises';

import { WebhookContext } from 'n8n-core';
import {
	Workflow,
	type IDataObject,
	type IWebhookData,
	type IWebhookResponseData,
} from 'n8n-workflow';

import { TestCredentials } from './credentials';
import { additionalDataFor, prepare, type WorkflowFile } from './index';

/** A call of a workflow's webhook. */
export interface Call {
	headers: Record<string, string>;
	body: string;
	/** What n8n answers where the workflow starts: another than 200 for one that it cannot start. */
	answer: number;
	/** Whether who calls has gone by then. */
	isGivenUp?: boolean;
}

/** What n8n's web server, Express, adds to a response, as far as it is used. */
const asExpress = (response: ServerResponse) =>
	Object.assign(response, {
		status: (code: number) => Object.assign(response, { statusCode: code }),
		json: (body: object) => response.end(JSON.stringify(body)),
	});

/** Lets the first node of a workflow take a call in, as n8n's server does it. */
async function takeIn(
	file: WorkflowFile,
	staticData: IDataObject,
	request: IncomingMessage,
	response: ServerResponse,
): Promise<IWebhookResponseData> {
	const { nodeTypes, credentialTypes } = await prepare();
	const { nodes, connections } = structuredClone(file);
	const facts = { id: 'test', nodes, connections, active: true, nodeTypes };
	const workflow = new Workflow({ ...facts, staticData: structuredClone(staticData) });
	const node = workflow.nodes[nodes[0].name];
	const data = additionalDataFor(file, new TestCredentials(credentialTypes, {}));
	request.rawBody = await buffer(request);
	Object.assign(data, { httpRequest: request, httpResponse: response });
	const webhook = { node: node.name, webhookDescription: {} } as IWebhookData;
	const context = new WebhookContext(workflow, node, data, 'webhook', webhook, [], null);
	await workflow.expression.acquireIsolate();
	try {
		const type = nodeTypes.getByNameAndVersion(node.type, node.typeVersion);
		return (await type.webhook?.call(context)) ?? {};
	} finally {
		await workflow.expression.releaseIsolate();
	}
}

/**
 * Calls a workflow's webhook over HTTP, one call after the other.
 * @param staticData what n8n has stored with the workflow
 * @returns whether each call starts the workflow
 */
export async function callWebhook(
	file: WorkflowFile,
	staticData: IDataObject,
	calls: Call[],
): Promise<boolean[]> {
	const started: boolean[] = [];
	const server = createServer(async (request, response) => {
		const { answer, isGivenUp } = calls[Number(request.headers['x-call'])];
		const { workflowData } = await takeIn(file, staticData, request, asExpress(response));
		const starts = workflowData !== undefined;
		started.push(starts);
		if (isGivenUp) {
			request.socket.destroy();
			// The next call waits for this one as a rule, before it is answered.
			await once(server, 'request');
			await sleep(500);
		}
		response.statusCode = starts ? answer : 200;
		response.end();
	});
	await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
	const url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
	for (const [index, { headers, body, isGivenUp }] of calls.entries()) {
		const all = { ...headers, 'X-Call': String(index) };
		const called = fetch(url, { method: 'POST', headers: all, body });
		await (isGivenUp ? called.catch(() => undefined) : called);
	}
	server.closeAllConnections();
	await new Promise((resolve) => server.close(resolve));
	return started;
}
