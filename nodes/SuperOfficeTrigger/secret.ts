import { randomBytes } from 'node:crypto';

import type { IHookFunctions, IWebhookFunctions } from 'n8n-workflow';

/**
 * The secret that SuperOffice signs with, as n8n keeps it with the workflow. It is for one address: a copy
 * of the workflow's data in another n8n gets another one.
 */
interface Kept {
	secret?: string;
	address?: string;
}

const keptBy = (context: IHookFunctions | IWebhookFunctions): Kept =>
	context.getWorkflowStaticData('node');

/** The secret that deliveries have to be signed with; undefined before n8n has stored one. */
export const secretOf = (context: IWebhookFunctions): string | undefined => keptBy(context).secret;

/** Whether there is a secret for an address already. */
export function hasSecretFor(context: IHookFunctions, address: string): boolean {
	const { secret, address: known } = keptBy(context);
	return secret !== undefined && known === address;
}

/** The secret for an address, which stays the same once it is made. n8n stores it after activation. */
export function secretFor(context: IHookFunctions, address: string): string {
	const kept = keptBy(context);
	if (!kept.secret || kept.address !== address) {
		kept.secret = randomBytes(32).toString('base64');
		kept.address = address;
	}
	return kept.secret;
}
