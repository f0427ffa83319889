import { randomBytes } from 'node:crypto';

import type { IHookFunctions, IWebhookFunctions } from 'n8n-workflow';

/**
 * The secret that SuperOffice signs with, as n8n keeps it with the workflow. It is for one webhook: a copy
 * of the workflow's data in another n8n, and another tenant, get another one.
 */
interface Kept {
	secret?: string;
	address?: string;
	webhook?: number;
}

const keptBy = (context: IHookFunctions | IWebhookFunctions): Kept =>
	context.getWorkflowStaticData('node');

/** The secret that deliveries have to be signed with; undefined before n8n has stored one. */
export const secretOf = (context: IWebhookFunctions): string | undefined => keptBy(context).secret;

/** Whether the secret is known with which SuperOffice's webhook of a number signs for an address. */
export function hasSecretOf(context: IHookFunctions, webhook: number, address: string): boolean {
	const { secret, ...known } = keptBy(context);
	return secret !== undefined && known.webhook === webhook && known.address === address;
}

/**
 * Lets SuperOffice sign with a new secret, which n8n stores after activation.
 * @param sign gives SuperOffice the secret, and tells the webhook's number
 */
export async function withNewSecret(
	context: IHookFunctions,
	address: string,
	sign: (secret: string) => Promise<number>,
): Promise<void> {
	const secret = randomBytes(32).toString('base64');
	const webhook = await sign(secret);
	Object.assign(keptBy(context), { secret, address, webhook });
}
