import { createHmac } from 'node:crypto';

import { post, type Reply } from './post';
import type { Settings } from './settings';
import type { Webhook } from './webhook';

/** One call of a webhook's target. */
export interface Call {
	event: string;
	eventId: string;
	/** The payload's text, whose bytes are signed and sent. */
	body: string;
	/** How often it was tried before. */
	retry: number;
	isTest?: boolean;
}

/** Base64 of the HMAC-SHA256 of the bytes that are sent (documentation of webhook secrets). */
const sign = (body: string, secret: string) =>
	createHmac('sha256', secret).update(body).digest('base64');

/** The version is a guess; that the first call counts as 0 is one as well. */
function headersOf({ Secret, Headers }: Webhook, { event, eventId, body, retry, isTest }: Call) {
	const own = Object.entries(Headers ?? {}).map(([name, value]) => [name, String(value)]);
	return {
		'Content-Type': 'application/json; charset=utf-8',
		'User-Agent': 'NetServer-Webhook/10.3.1.0',
		'X-SuperOffice-Event': event,
		'X-SuperOffice-EventId': eventId,
		'X-SuperOffice-Retry': String(retry),
		...(Secret && { 'X-SuperOffice-Signature': sign(body, Secret) }),
		...(isTest && { 'X-Hook-Test': 'true' }),
		...(Object.fromEntries(own) as Record<string, string>),
	};
}

/** Calls a webhook's target. */
export async function callTarget(
	webhook: Webhook,
	call: Call,
	settings: Settings,
	signal: AbortSignal,
): Promise<Reply> {
	const headers = headersOf(webhook, call);
	return await post(webhook.TargetUrl ?? '', headers, call.body, settings, signal);
}
