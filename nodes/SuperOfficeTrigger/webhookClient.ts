import type { IHookFunctions } from 'n8n-workflow';
import omit from 'lodash/omit';

import { isRecord, type Json, type JsonObject } from '../shared/json';
import { METADATA_KEYS } from '../shared/metadataKeys';
import { expectList, expectRecord } from '../shared/transport/expectedBody';
import { nullIfNotFound } from '../shared/transport/nullIfNotFound';
import { openSession, type ApiRequest } from '../shared/transport/session';
import { INTERACTIVE_RETRY } from '../shared/transport/retry';
import { webhookError } from './webhookError';

const PATH = 'Webhook';

const ID = 'WebhookId';

/** One of SuperOffice's webhooks. */
export type Webhook = JsonObject & { WebhookId: number };

const isWebhook = (one: unknown): one is Webhook => isRecord(one) && Number(one.WebhookId) > 0;

/** Whether two addresses are the same, however they are written. */
const isSameAddress = (one: Json, address: string) =>
	typeof one === 'string' && URL.canParse(one) && new URL(one).href === new URL(address).href;

/** The webhooks of SuperOffice that call one address. */
export interface WebhookClient {
	/** Finds the existing webhooks of the address. */
	find(): Promise<Webhook[]>;
	/**
	 * Adds one. SuperOffice calls the address at once, and takes 200 for an answer alone.
	 * @returns its number
	 */
	add(webhook: JsonObject): Promise<number>;
	change(webhook: Webhook, changes: JsonObject): Promise<void>;
	/** Removes one; succeeds if it does not exist. */
	remove(webhook: Webhook): Promise<void>;
}

/** Milliseconds for an answer, in which SuperOffice calls n8n and waits: a person waits for both. */
const TIMEOUT = 60_000;

/**
 * The webhooks of SuperOffice that call an address (OpenAPI file of Webhook). What SuperOffice refuses is
 * an error that says what to do.
 */
export async function createWebhookClient(
	context: IHookFunctions,
	address: string,
): Promise<WebhookClient> {
	const session = await openSession(context);
	async function send(request: ApiRequest): Promise<Json> {
		const sent = session.request({ timeout: TIMEOUT, ...request }, 0, {
			policy: INTERACTIVE_RETRY,
		});
		// What is to be removed may be gone.
		const result = request.method === 'DELETE' ? nullIfNotFound(sent) : sent;
		return await result.catch((error: unknown) => {
			throw webhookError(context.getNode(), error, address);
		});
	}

	return {
		async find() {
			const purpose = 'looking for the webhook';
			const all = await send({ method: 'GET', path: PATH, expect: expectList(ID), purpose });
			const webhooks = (all as Json[]).filter(isWebhook);
			return webhooks.filter(({ TargetUrl }) => isSameAddress(TargetUrl, address));
		},
		async add(webhook) {
			const body = { ...webhook, TargetUrl: address, Type: 'webhook', State: 'Active' };
			const purpose = 'registering the webhook';
			const added = await send({
				method: 'POST',
				path: PATH,
				body,
				expect: expectRecord(ID),
				purpose,
			});
			return Number((added as JsonObject)[ID]);
		},
		async change(webhook, changes) {
			const body = { ...omit(webhook, METADATA_KEYS), ...changes } as JsonObject;
			const path = `${PATH}/${webhook.WebhookId}`;
			const purpose = 'renewing the webhook';
			const expect = expectRecord(ID, webhook.WebhookId);
			await send({ method: 'PUT', path, body, expect, purpose });
		},
		async remove({ WebhookId }) {
			const path = `${PATH}/${WebhookId}`;
			const purpose = 'removing the webhook';
			await send({ method: 'DELETE', path, expect: 'nothing', purpose });
		},
	};
}
