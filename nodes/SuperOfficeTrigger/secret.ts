import { randomBytes } from 'node:crypto';

import type { IHookFunctions, IWebhookFunctions } from 'n8n-workflow';

/**
 * The secret that SuperOffice signs with, as n8n keeps it with the workflow. It is for one webhook: a copy
 * of the workflow's data in another n8n, and another tenant, get another one.
 */
interface StoredSecret {
	secret?: string;
	address?: string;
	webhook?: number;
}

const storedSecret = (context: IHookFunctions | IWebhookFunctions): StoredSecret =>
	context.getWorkflowStaticData('node');

/** The secret that deliveries have to be signed with; undefined before n8n has stored one. */
export const webhookSecret = (context: IWebhookFunctions): string | undefined =>
	storedSecret(context).secret;

/** Whether the secret of a webhook is stored, by its ID and address. */
export function knowsSecret(context: IHookFunctions, webhook: number, address: string): boolean {
	const { secret, ...known } = storedSecret(context);
	return secret !== undefined && known.webhook === webhook && known.address === address;
}

/**
 * Creates a new secret, sets it in SuperOffice, and stores it in the static data, which n8n saves
 * after activation.
 * @param sign gives SuperOffice the secret, and tells the webhook's number
 */
export async function replaceSecret(
	context: IHookFunctions,
	address: string,
	sign: (secret: string) => Promise<number>,
): Promise<void> {
	const secret = randomBytes(32).toString('base64');
	const webhook = await sign(secret);
	Object.assign(storedSecret(context), { secret, address, webhook });
}
