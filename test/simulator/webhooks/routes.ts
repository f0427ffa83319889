import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';

import { applyOperations, mergeOperations, readOperations } from '../engine/patch';
import type { Carrier, Value } from '../tenant/carriers';
import { badArgument, notFound } from '../engine/failures';
import { select } from '../engine/present';
import { bodyArgument, parametersOf, responseFormatOf } from '../engine/requests';
import { isCarrier } from '../engine/values';
import { filtered, presentWebhook, testTarget, type Served } from './served';
import { defaultWebhook, type Webhook } from './webhook';

type ById = FastifyRequest<{ Params: { id: string } }>;

/** Adds the REST calls on webhooks. */
export function addWebhookRoutes(app: FastifyInstance, api: string, served: Served): void {
	const { webhooks, ownerOf } = served;
	const address = `${api}/Webhook`;
	const bodyOf = (request: FastifyRequest) => request.body as Value | undefined;
	const find = (request: ById) => {
		const { id } = request.params;
		const found = webhooks().find(ownerOf(request), Number(id));
		if (!found) throw notFound(`Webhook id ${id}`);
		return found;
	};
	const answer = (request: FastifyRequest, webhook: Webhook): Carrier => {
		const archive = `${responseFormatOf(request).root}/api/v1/Webhook`;
		const _Links = { Self: `${archive}/${webhook.WebhookId}`, Archive: archive };
		const whole = { ...presentWebhook(request, webhook), _Links };
		return select(whole, parametersOf(request).$select);
	};
	const save = async (request: FastifyRequest, body: Value | undefined, id: number) =>
		answer(request, await webhooks().save(ownerOf(request), body, id));

	app.get(`${address}/default`, (request) => {
		ownerOf(request);
		return presentWebhook(request, defaultWebhook());
	});
	app.get(address, (request) => {
		const { namefilter: name, eventfilter: event, statusfilter: state } = parametersOf(request);
		const found = filtered(webhooks(), ownerOf(request), { name, event, state });
		return found.map((webhook) => presentWebhook(request, webhook));
	});
	app.post(
		address,
		async (request) =>
			await save(request, bodyOf(request), Number(bodyArgument(request, 'WebhookId') ?? 0)),
	);
	app.get(`${address}/:id`, (request: ById) => answer(request, find(request).webhook));
	app.put(`${address}/:id`, async (request: ById) => {
		const { WebhookId } = find(request).webhook;
		return await save(request, bodyOf(request), WebhookId);
	});
	app.patch(`${address}/:id`, async (request: ById) => {
		const { webhook } = find(request);
		return await save(request, patched(webhook, bodyOf(request)), webhook.WebhookId);
	});
	app.delete(`${address}/:id`, (request: ById, reply: FastifyReply) => {
		webhooks().remove(find(request));
		return reply.code(204).send();
	});
	app.post(
		`${address}/Test`,
		async (request) => await testTarget(webhooks(), ownerOf(request), bodyOf(request)),
	);
	app.get(`${address}/:id/LastError`, async (request: ById, reply: FastifyReply) => {
		const { LastError } = find(request).webhook;
		return await reply.type('application/json').send(JSON.stringify(LastError));
	});
	app.post<{ Params: { eventName: string; primaryKey: string } }>(
		`${address}/:eventName/:primaryKey`,
		(request, reply) => {
			ownerOf(request);
			const { eventName, primaryKey } = request.params;
			webhooks().signal(eventName, Number(primaryKey), bodyOf(request));
			return reply.code(204).send();
		},
	);
}

/** PATCH is in no OpenAPI file, but in SuperOffice's own samples: as that of other records. */
function patched(webhook: Webhook, body: Value | undefined): Carrier {
	if (!Array.isArray(body) && !isCarrier(body)) throw badArgument('The request body is no patch');
	const operations = Array.isArray(body) ? readOperations(body) : mergeOperations(webhook, body);
	return applyOperations(webhook, operations, (value) => value);
}
