import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';

import type { Value } from '../tenant/carriers';
import { bodyArgument, parametersOf } from '../engine/requests';
import { bodyValue } from '../engine/values';
import { filtered, presentWebhook, testTarget, type Served } from './served';
import { defaultWebhook } from './webhook';

/** Adds the calls of the webhook agent, which the official client makes: what is not there is null. */
export function addWebhookAgent(
	app: FastifyInstance,
	agent: string,
	{ webhooks, ownerOf }: Served,
): void {
	const call = (name: string, answer: (request: FastifyRequest) => Value | Promise<Value>) =>
		void app.post(`${agent}/${name}`, async (request, reply: FastifyReply) => {
			const value = JSON.stringify(await answer(request));
			return await reply.type('application/json').send(value);
		});
	const nothing = (name: string, act: (request: FastifyRequest) => void) =>
		void app.post(`${agent}/${name}`, async (request, reply: FastifyReply) => {
			act(request);
			return await reply.code(204).send();
		});
	const find = (request: FastifyRequest, id: Value | undefined) =>
		webhooks().find(ownerOf(request), Number(id ?? 0));

	call('CreateDefaultWebhook', (request) => {
		ownerOf(request);
		return presentWebhook(request, defaultWebhook());
	});
	call('SaveWebhook', async (request) => {
		const body = request.body as Value | undefined;
		const id = Number(bodyValue(body, 'WebhookId') ?? 0);
		return presentWebhook(request, await webhooks().save(ownerOf(request), body, id));
	});
	call('GetWebhook', (request) => {
		const found = find(request, parametersOf(request).webhookid);
		return found ? presentWebhook(request, found.webhook) : null;
	});
	call('GetAllWebhooks', (request) => {
		const [name, event, state] = ['NameFilter', 'EventFilter', 'StatusFilter'].map((one) =>
			bodyArgument(request, one),
		);
		const found = filtered(webhooks(), ownerOf(request), { name, event, state });
		return found.map((webhook) => presentWebhook(request, webhook));
	});
	call(
		'TestWebhook',
		async (request) =>
			await testTarget(webhooks(), ownerOf(request), bodyArgument(request, 'Webhook')),
	);
	call(
		'GetLastError',
		(request) => find(request, bodyArgument(request, 'WebhookId'))?.webhook.LastError ?? '',
	);
	nothing('DeleteWebhook', (request) => {
		const found = find(request, parametersOf(request).webhookid);
		if (found) webhooks().remove(found);
	});
	nothing('SignalEvent', (request) => {
		ownerOf(request);
		const name = String(bodyArgument(request, 'EventName') ?? '');
		const key = Number(bodyArgument(request, 'PrimaryKey') ?? 0);
		webhooks().signal(name, key, bodyArgument(request, 'Data'));
	});
}
