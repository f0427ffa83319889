import type { IWebhookFunctions, IWebhookResponseData } from 'n8n-workflow';

import { judge, readEventFilter } from '../SuperOffice/appointment/events/filter';
import { changesIn, factsOf, isActivity } from '../SuperOffice/appointment/events/putOut';
import type { RecordEvent } from '../shared/events/event';
import { Deliveries, REMEMBERED } from './deliveries';
import { readEvents } from './form';
import { eventOf, parsePayload, TEST_EVENT } from './payload';
import { secretOf } from './secret';
import { isSigned } from './signature';

const deliveries = new Deliveries(REMEMBERED);

/** Answers 200, and starts nothing. */
const STARTS_NOTHING: IWebhookResponseData = { webhookResponse: '' };

function refuse(context: IWebhookFunctions, status: number, message: string): IWebhookResponseData {
	context.getResponseObject().status(status).json({ message });
	return { noWebhookResponse: true };
}

/** The event by which SuperOffice tries an address. It comes before n8n has stored the secret. */
const isTestEvent = (headers: ReturnType<IWebhookFunctions['getHeaderData']>) =>
	/^true$/i.test(String(headers['x-hook-test'])) &&
	(headers['x-superoffice-event'] ?? TEST_EVENT) === TEST_EVENT;

/** Whether a delivery is not one that has come before; what n8n then cannot start may come again. */
function isNew(context: IWebhookFunctions, { id }: RecordEvent): boolean {
	if (id === '') return true;
	const key = [context.getWorkflow().id, context.getNode().id, context.getMode(), id].join(' ');
	const response = context.getResponseObject();
	if (!deliveries.isNew(key)) return false;
	response.once('close', () => {
		if (response.statusCode !== 200) deliveries.forget(key);
	});
	return true;
}

/** Whether an event starts the workflow, as far as it tells itself. */
function isWanted(context: IWebhookFunctions, event: RecordEvent): boolean {
	const read = (parameter: string): unknown =>
		context.getNodeParameter(parameter, null) ?? undefined;
	if (!readEvents(read).includes(event.name)) return false;
	if (!isActivity(event)) return true;
	return judge(readEventFilter(read), factsOf(event), changesIn(event)) !== false;
}

/**
 * Takes a delivery in. Nothing is asked of SuperOffice here, which waits for the answer; n8n gives it as
 * soon as it has started the workflow.
 */
export function receive(context: IWebhookFunctions): IWebhookResponseData {
	const headers = context.getHeaderData();
	if (isTestEvent(headers)) return STARTS_NOTHING;
	const { rawBody } = context.getRequestObject();
	if (!isSigned(rawBody, headers['x-superoffice-signature'], secretOf(context))) {
		return refuse(context, 401, 'The signature is missing or wrong.');
	}
	const payload = parsePayload(rawBody);
	if (!payload) return refuse(context, 400, 'The body is no JSON object.');
	const event = eventOf(payload);
	if (event.name === TEST_EVENT || !isNew(context, event) || !isWanted(context, event)) {
		return STARTS_NOTHING;
	}
	return { webhookResponse: '', workflowData: [[{ json: payload }]] };
}
