import type { IHookFunctions } from 'n8n-workflow';
import omit from 'lodash/omit';

import { isRecord, type Json, type JsonObject } from '../shared/json';
import { CARRIER_EXTRAS } from '../shared/carrier';
import { listBy, recordOf } from '../shared/transport/expected';
import { ifThere } from '../shared/transport/ifThere';
import { openSession, type ApiRequest } from '../shared/transport/request';
import { HASTY_POLICY } from '../shared/transport/retry';
import { webhookError } from './refused';

const PATH = 'Webhook';

const ID = 'WebhookId';

/** One of SuperOffice's webhooks. */
export type Webhook = JsonObject & { WebhookId: number };

const isWebhook = (one: unknown): one is Webhook => isRecord(one) && Number(one.WebhookId) > 0;

/** Whether two addresses are the same, however they are written. */
const isSameAddress = (one: Json, address: string) =>
	typeof one === 'string' && URL.canParse(one) && new URL(one).href === new URL(address).href;

/** The webhooks of SuperOffice that call one address. */
export interface Webhooks {
	/** Those that are there: other addresses are others' webhooks. */
	find(): Promise<Webhook[]>;
	/**
	 * Adds one. SuperOffice calls the address at once, and takes 200 for an answer alone.
	 * @returns its number
	 */
	add(webhook: JsonObject): Promise<number>;
	change(webhook: Webhook, changes: JsonObject): Promise<void>;
	/** Removes one; that it is gone already is as good. */
	remove(webhook: Webhook): Promise<void>;
}

/** Milliseconds for an answer, in which SuperOffice calls n8n and waits: a person waits for both. */
const TIMEOUT = 60_000;

/**
 * The webhooks of SuperOffice that call an address (OpenAPI file of Webhook). What SuperOffice refuses is
 * an error that says what to do.
 */
export async function webhooksTo(context: IHookFunctions, address: string): Promise<Webhooks> {
	const session = await openSession(context);
	async function ask(request: ApiRequest): Promise<Json> {
		const asked = session.request({ timeout: TIMEOUT, ...request }, 0, { policy: HASTY_POLICY });
		// What is to be removed may be gone.
		const asWished = request.method === 'DELETE' ? ifThere(asked) : asked;
		return await asWished.catch((error: unknown) => {
			throw webhookError(context.getNode(), error, address);
		});
	}

	return {
		async find() {
			const purpose = 'looking for the webhook';
			const all = await ask({ method: 'GET', path: PATH, expect: listBy(ID), purpose });
			const webhooks = (all as Json[]).filter(isWebhook);
			return webhooks.filter(({ TargetUrl }) => isSameAddress(TargetUrl, address));
		},
		async add(webhook) {
			const body = { ...webhook, TargetUrl: address, Type: 'webhook', State: 'Active' };
			const purpose = 'registering the webhook';
			const added = await ask({ method: 'POST', path: PATH, body, expect: recordOf(ID), purpose });
			return Number((added as JsonObject)[ID]);
		},
		async change(webhook, changes) {
			const body = { ...omit(webhook, CARRIER_EXTRAS), ...changes } as JsonObject;
			const path = `${PATH}/${webhook.WebhookId}`;
			const purpose = 'renewing the webhook';
			const expect = recordOf(ID, webhook.WebhookId);
			await ask({ method: 'PUT', path, body, expect, purpose });
		},
		async remove({ WebhookId }) {
			const path = `${PATH}/${WebhookId}`;
			const purpose = 'removing the webhook';
			await ask({ method: 'DELETE', path, expect: 'nothing', purpose });
		},
	};
}
