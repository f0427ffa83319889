import type { FastifyRequest } from 'fastify';

import type { Authenticate } from '../engine/caller';
import type { Carrier, Value } from '../tenant/carriers';
import { ApiFailure } from '../engine/failures';
import { presentAt } from '../engine/requests';
import type { Webhook } from './webhook';
import type { Webhooks } from './webhooks';

/** What the Webhook calls of REST and of the agent are made of. */
export interface Served {
	webhooks(): Webhooks;
	/**
	 * The app that asks.
	 * @throws Failure 403 for one that may not use webhooks; the status and the words are guesses
	 */
	ownerOf(request: FastifyRequest): string;
}

export function serve(webhooks: () => Webhooks, admit: Authenticate): Served {
	const ownerOf = (request: FastifyRequest) => {
		const { context, mayUseWebhooks } = admit(request);
		if (mayUseWebhooks) return context;
		const message = 'The Webhook agent is not available for this application.';
		throw new ApiFailure(403, 'SoSecurityException', message);
	};
	return { webhooks, ownerOf };
}

/** A webhook as it is answered. Its secret comes along: a guess, after the official client's fixture. */
export const presentWebhook = (request: FastifyRequest, webhook: Webhook): Carrier =>
	presentAt(request, webhook) as Carrier;

/** What a list of webhooks is narrowed by; nothing, and the state Unknown, mean all. */
export interface Filter {
	name?: Value;
	event?: Value;
	state?: Value;
}

/** An app's own webhooks that a filter lets through. */
export function filtered(webhooks: Webhooks, owner: string, filter: Filter): Webhook[] {
	const { name, event, state } = filter;
	return webhooks
		.of(owner)
		.map(({ webhook }) => webhook)
		.filter(({ Name }) => !name || Name === name)
		.filter(({ Events }) => !event || Events.includes(String(event)))
		.filter(({ State }) => !state || state === 'Unknown' || State === state);
}

/** What a test of a target answers. */
export async function testTarget(
	webhooks: Webhooks,
	owner: string,
	body: Value | undefined,
): Promise<Carrier> {
	const { status, text } = await webhooks.test(owner, webhooks.read(body));
	return { Success: status === 200, Message: text, TableRight: null, FieldProperties: {} };
}
