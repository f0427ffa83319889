import trimEnd from 'lodash/trimEnd';
import { NodeApiError, NodeOperationError, type INode } from 'n8n-workflow';

const SETUP =
	'https://github.com/n8n-nodes-superoffice/n8n-nodes-superoffice/blob/main/docs/trigger.md';

/** Which status SuperOffice returns to an app that may not use webhooks is not documented. */
const NOT_ALLOWED = ['403', '404', '405'];

/** Advice for a webhook that SuperOffice does not accept. */
function webhookAdvice(status: string, address: string): string {
	if (address.startsWith('http:')) {
		return `SuperOffice only calls https addresses, but n8n's address is ${address}. Set n8n's environment variable WEBHOOK_URL to an https address that SuperOffice can reach, or use the SuperOffice Polling Trigger.`;
	}
	if (NOT_ALLOWED.includes(status)) {
		return 'The app, or the user of the credential, may not use webhooks. In SuperOffice Online, access has to be requested when the app is registered, and the tenant needs a license; else use the SuperOffice Polling Trigger.';
	}
	return `SuperOffice must be able to reach ${address} over https with a certificate that it trusts, because it calls this address before it accepts the webhook. If it cannot, use the SuperOffice Polling Trigger.`;
}

/**
 * The error for a call about webhooks that failed, with what to do. Its message says all: of an error of
 * the API, n8n 1 shows the description alone, and of any other error not even that.
 */
export function webhookError(node: INode, error: unknown, address: string): Error {
	if (!(error instanceof NodeApiError)) return error as Error;
	const { httpCode, message, description } = error;
	// Refused logins, and calls without an answer, speak for themselves.
	const isOwn = !httpCode || httpCode === '401';
	const advice = isOwn ? String(description) : webhookAdvice(httpCode, address);
	const whole = `${trimEnd(message, '. \n')}. ${advice}`;
	const explained = new NodeOperationError(node, whole, {
		description: `How to set webhooks up: ${SETUP}`,
	});
	// n8n swaps messages that happen to contain words such as EEXIST (as in "preexisting").
	explained.message = whole;
	return explained;
}
