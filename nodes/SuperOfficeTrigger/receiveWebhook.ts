import type { IWebhookFunctions, IWebhookResponseData } from 'n8n-workflow';

import { evaluateFilter, readEventFilter } from '../events/eventFilter';
import { contextFromEvent, entityEvents } from '../events/eventContext';
import { changedProperties, isEventOf } from '../events/eventOutput';
import type { RecordEvent } from '../events/recordEvent';
import { triggerEntity } from '../SuperOffice/resources';
import { RecentEvents, MAX_RECENT_EVENTS } from './recentEvents';
import { readEvents } from './form';
import { toRecordEvent, parsePayload, TEST_EVENT } from './payload';
import { webhookSecret } from './secret';
import { hasValidSignature } from './signature';

const NO_SECRET =
	'SuperOffice Trigger: n8n has lost the secret of the webhook, or has not stored it yet. If this goes on, activate the workflow anew.';

type Response = ReturnType<IWebhookFunctions['getResponseObject']>;

const recentEvents = new RecentEvents(MAX_RECENT_EVENTS);

/** Answers 200, and starts nothing. */
const STARTS_NOTHING: IWebhookResponseData = { webhookResponse: '' };

function rejectDelivery(
	context: IWebhookFunctions,
	status: number,
	message: string,
): IWebhookResponseData {
	context.getResponseObject().status(status).json({ message });
	return { noWebhookResponse: true };
}

/**
 * The event by which SuperOffice checks an address. It arrives before n8n has stored the secret.
 */
const isTestEvent = (headers: ReturnType<IWebhookFunctions['getHeaderData']>) =>
	/^true$/i.test(String(headers['x-hook-test'])) &&
	(headers['x-superoffice-event'] ?? TEST_EVENT) === TEST_EVENT;

/**
 * Resolves to whether n8n has started the workflow (response 200). It intercepts `end`, as a closed
 * connection emits no event.
 */
async function hasStartedWorkflow(response: Response): Promise<boolean> {
	const end: (...given: unknown[]) => Response = response.end.bind(response);
	return await new Promise((resolve) => {
		response.end = (...given: unknown[]) => {
			resolve(response.statusCode === 200);
			return end(...given);
		};
	});
}

/** Whether the event has not started the workflow before. */
async function isNewEvent(context: IWebhookFunctions, { id }: RecordEvent): Promise<boolean> {
	if (id === '') return true;
	const key = [context.getWorkflow().id, context.getNode().id, context.getMode(), id].join(' ');
	const response = context.getResponseObject();
	return await recentEvents.accept(key, async () => await hasStartedWorkflow(response));
}

/** Whether an event starts the workflow, judged by its payload alone. */
function startsWorkflow(context: IWebhookFunctions, event: RecordEvent): boolean {
	const read = (parameter: string): unknown =>
		context.getNodeParameter(parameter, null) ?? undefined;
	if (!readEvents(read).includes(event.name)) return false;
	const events = entityEvents(triggerEntity());
	if (!isEventOf(events, event)) return true;
	const filter = readEventFilter(triggerEntity(), read);
	return (
		evaluateFilter(filter, contextFromEvent(events, event), changedProperties(events, event)) !==
		false
	);
}

/**
 * Handles a webhook delivery. No request is sent here, as SuperOffice waits for the response, which
 * n8n sends once it has started the workflow.
 */
export async function receiveWebhook(context: IWebhookFunctions): Promise<IWebhookResponseData> {
	const headers = context.getHeaderData();
	if (isTestEvent(headers)) return STARTS_NOTHING;
	const { rawBody } = context.getRequestObject();
	const secret = webhookSecret(context);
	if (secret === undefined) context.logger.warn(NO_SECRET);
	if (!hasValidSignature(rawBody, headers['x-superoffice-signature'], secret)) {
		return rejectDelivery(context, 401, 'The signature is missing or wrong.');
	}
	const payload = parsePayload(rawBody);
	if (!payload) return rejectDelivery(context, 400, 'The body is no JSON object.');
	const event = toRecordEvent(payload);
	if (!startsWorkflow(context, event) || !(await isNewEvent(context, event))) return STARTS_NOTHING;
	return { webhookResponse: '', workflowData: [[{ json: payload }]] };
}
