import { UnexpectedError, type IHookFunctions } from 'n8n-workflow';

import { readEventFilter } from '../events/filter';
import { watched } from '../SuperOffice/resources';
import type { JsonObject } from '../shared/json';
import { readEvents } from './form';
import { hasSecretOf, withNewSecret } from './secret';
import { webhooksTo, type Webhook } from './webhooks';

/** Characters of a name that SuperOffice's own form takes. */
const LONGEST_NAME = 100;

/** n8n's address for this node: one of its own while somebody listens for a test event. */
function addressOf(context: IHookFunctions): string {
	const address = context.getNodeWebhookUrl('default');
	if (address !== undefined) return address;
	throw new UnexpectedError('n8n has no address for the webhook');
}

/** What administrators of SuperOffice read. */
function nameOf(context: IHookFunctions): string {
	const { name, id } = context.getWorkflow();
	const test = context.getMode() === 'manual' ? ' (test)' : '';
	return `n8n: ${name ?? id}`.slice(0, LONGEST_NAME - test.length) + test;
}

/** @throws FieldError for what the form cannot mean, so that it is seen at once */
function eventsOf(context: IHookFunctions): string[] {
	const read = (parameter: string): unknown =>
		context.getNodeParameter(parameter, null) ?? undefined;
	readEventFilter(watched(), read);
	return readEvents(read);
}

/** What a person stopped in SuperOffice starts again when a person starts the workflow, and not by itself. */
const isUnwanted = ({ State }: Webhook, context: IHookFunctions) =>
	State === 'Stopped' && ['init', 'leadershipChange'].includes(context.getActivationMode());

const isSameList = (one: unknown, other: string[]) =>
	Array.isArray(one) && one.map(String).sort().join() === [...other].sort().join();

/**
 * Whether SuperOffice has this node's webhook. Where it is not as it should be, it is made so: for other
 * events, stopped, or signing with a secret that n8n does not know.
 */
export async function isRegistered(context: IHookFunctions): Promise<boolean> {
	const address = addressOf(context);
	const events = eventsOf(context);
	const webhooks = await webhooksTo(context, address);
	const [own, ...twins] = await webhooks.find();
	// A second one would deliver everything twice.
	for (const twin of twins) await webhooks.remove(twin);
	if (!own) return false;
	const isKnown = hasSecretOf(context, own.WebhookId, address);
	const isRunning = own.State === 'Active' || isUnwanted(own, context);
	if (isKnown && isRunning && isSameList(own.Events, events)) return true;
	await withNewSecret(context, address, async (Secret) => {
		const state: JsonObject = isRunning ? {} : { State: 'Active' };
		await webhooks.change(own, { Events: events, Secret, ...state });
		return own.WebhookId;
	});
	return true;
}

/** Adds this node's webhook to SuperOffice. */
export async function register(context: IHookFunctions): Promise<void> {
	const address = addressOf(context);
	const webhooks = await webhooksTo(context, address);
	const webhook = { Name: nameOf(context), Events: eventsOf(context) };
	await withNewSecret(
		context,
		address,
		async (Secret) => await webhooks.add({ ...webhook, Secret }),
	);
}

/** Removes this node's webhook from SuperOffice, and no other. */
export async function deregister(context: IHookFunctions): Promise<void> {
	const webhooks = await webhooksTo(context, addressOf(context));
	for (const own of await webhooks.find()) await webhooks.remove(own);
}
