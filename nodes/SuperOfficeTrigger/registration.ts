import { UnexpectedError, type IHookFunctions } from 'n8n-workflow';

import { readEventFilter } from '../events/eventFilter';
import { triggerEntity } from '../SuperOffice/resources';
import type { JsonObject } from '../shared/json';
import { readEvents } from './form';
import { knowsSecret, replaceSecret } from './secret';
import { createWebhookClient, type Webhook } from './webhookClient';

/** Characters of a name that SuperOffice's own form takes. */
const LONGEST_NAME = 100;

/** n8n's URL for this node; while a user listens for a test event, the test URL. */
function webhookUrl(context: IHookFunctions): string {
	const address = context.getNodeWebhookUrl('default');
	if (address !== undefined) return address;
	throw new UnexpectedError('n8n has no address for the webhook');
}

/** The name that administrators of SuperOffice see. */
function webhookName(context: IHookFunctions): string {
	const { name, id } = context.getWorkflow();
	const test = context.getMode() === 'manual' ? ' (test)' : '';
	return `n8n: ${name ?? id}`.slice(0, LONGEST_NAME - test.length) + test;
}

/** @throws FieldError for invalid filters, so that activation fails at once */
function readTriggerEvents(context: IHookFunctions): string[] {
	const read = (parameter: string): unknown =>
		context.getNodeParameter(parameter, null) ?? undefined;
	readEventFilter(triggerEntity(), read);
	return readEvents(read);
}

/** A webhook that a user stopped in SuperOffice is not restarted by n8n's own restarts. */
const isDeliberatelyStopped = ({ State }: Webhook, context: IHookFunctions) =>
	State === 'Stopped' && ['init', 'leadershipChange'].includes(context.getActivationMode());

const isSameList = (one: unknown, other: string[]) =>
	Array.isArray(one) && one.map(String).sort().join() === [...other].sort().join();

/**
 * Whether SuperOffice has this node's webhook. One with other events, stopped, or with an unknown
 * secret is repaired.
 */
export async function ensureRegistered(context: IHookFunctions): Promise<boolean> {
	const address = webhookUrl(context);
	const events = readTriggerEvents(context);
	const webhooks = await createWebhookClient(context, address);
	const [own, ...duplicates] = await webhooks.find();
	// A second one would deliver everything twice.
	for (const duplicate of duplicates) await webhooks.remove(duplicate);
	if (!own) return false;
	const isKnown = knowsSecret(context, own.WebhookId, address);
	const isRunning = own.State === 'Active' || isDeliberatelyStopped(own, context);
	if (isKnown && isRunning && isSameList(own.Events, events)) return true;
	await replaceSecret(context, address, async (Secret) => {
		const state: JsonObject = isRunning ? {} : { State: 'Active' };
		await webhooks.change(own, { Events: events, Secret, ...state });
		return own.WebhookId;
	});
	return true;
}

/** Adds this node's webhook to SuperOffice. */
export async function registerWebhook(context: IHookFunctions): Promise<void> {
	const address = webhookUrl(context);
	const webhooks = await createWebhookClient(context, address);
	const webhook = { Name: webhookName(context), Events: readTriggerEvents(context) };
	await replaceSecret(
		context,
		address,
		async (Secret) => await webhooks.add({ ...webhook, Secret }),
	);
}

/** Removes this node's webhook from SuperOffice, and no other. */
export async function deregisterWebhook(context: IHookFunctions): Promise<void> {
	const webhooks = await createWebhookClient(context, webhookUrl(context));
	for (const own of await webhooks.find()) await webhooks.remove(own);
}
