import type { IWebhookFunctions, IWebhookResponseData } from 'n8n-workflow';

import { judge, readEventFilter } from '../events/filter';
import { contextOfEvent, eventsOf } from '../events/context';
import { changesIn, isAbout } from '../events/output';
import type { RecordEvent } from '../shared/events/event';
import { watched } from '../SuperOffice/resources';
import { Deliveries, REMEMBERED } from './deliveries';
import { readEvents } from './form';
import { eventOf, parsePayload, TEST_EVENT } from './payload';
import { secretOf } from './secret';
import { isSigned } from './signature';

const NO_SECRET =
	'SuperOffice Trigger: n8n has lost the secret of the webhook, or has not stored it yet. If this goes on, activate the workflow anew.';

type Response = ReturnType<IWebhookFunctions['getResponseObject']>;

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

/**
 * Whether n8n has started the workflow, which it answers with 200; also where nobody waits for the answer
 * any more, so that no event of the connection would tell.
 */
async function isStarted(response: Response): Promise<boolean> {
	const end: (...given: unknown[]) => Response = response.end.bind(response);
	return await new Promise((resolve) => {
		response.end = (...given: unknown[]) => {
			resolve(response.statusCode === 200);
			return end(...given);
		};
	});
}

/** Whether a delivery is none that has started the workflow before. */
async function isNew(context: IWebhookFunctions, { id }: RecordEvent): Promise<boolean> {
	if (id === '') return true;
	const key = [context.getWorkflow().id, context.getNode().id, context.getMode(), id].join(' ');
	const response = context.getResponseObject();
	return await deliveries.take(key, async () => await isStarted(response));
}

/** Whether an event starts the workflow, as far as it tells itself. */
function isWanted(context: IWebhookFunctions, event: RecordEvent): boolean {
	const read = (parameter: string): unknown =>
		context.getNodeParameter(parameter, null) ?? undefined;
	if (!readEvents(read).includes(event.name)) return false;
	const events = eventsOf(watched());
	if (!isAbout(events, event)) return true;
	const filter = readEventFilter(watched(), read);
	return judge(filter, contextOfEvent(events, event), changesIn(events, event)) !== false;
}

/**
 * Takes a delivery in. Nothing is asked of SuperOffice here, which waits for the answer; n8n gives it as
 * soon as it has started the workflow.
 */
export async function receive(context: IWebhookFunctions): Promise<IWebhookResponseData> {
	const headers = context.getHeaderData();
	if (isTestEvent(headers)) return STARTS_NOTHING;
	const { rawBody } = context.getRequestObject();
	const secret = secretOf(context);
	if (secret === undefined) context.logger.warn(NO_SECRET);
	if (!isSigned(rawBody, headers['x-superoffice-signature'], secret)) {
		return refuse(context, 401, 'The signature is missing or wrong.');
	}
	const payload = parsePayload(rawBody);
	if (!payload) return refuse(context, 400, 'The body is no JSON object.');
	const event = eventOf(payload);
	if (!isWanted(context, event) || !(await isNew(context, event))) return STARTS_NOTHING;
	return { webhookResponse: '', workflowData: [[{ json: payload }]] };
}
