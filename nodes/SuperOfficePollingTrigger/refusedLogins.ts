import { createHash } from 'node:crypto';
import { NodeApiError, type IPollFunctions } from 'n8n-workflow';

import { credentialType } from '../shared/transport/connection';

/** For how long a refused login is left alone, in milliseconds: accounts are locked after a few wrong ones. */
const PAUSE = 3_600_000;

interface Refused {
	/** What tells the credential from any other, and no secret. */
	credential: string;
	/** Milliseconds since 1970. */
	at: number;
	error: NodeApiError;
}

/** Logins that were refused, by the node that is polled. */
const refused = new Map<string, Refused>();

/** Only an address that a person entered has accounts that a wrong password locks. */
async function sealOf(context: IPollFunctions): Promise<string | undefined> {
	const type = credentialType(context.getNode());
	if (type !== 'superOfficeApi') return undefined;
	const credential = JSON.stringify(await context.getCredentials(type));
	return createHash('sha256').update(credential).digest('hex');
}

/**
 * Polls, unless the login was refused a short time ago and the credential is still the same.
 * @param key of the node
 * @throws NodeApiError with which the login was refused, at once or now
 */
export async function unlessRefused<T>(
	context: IPollFunctions,
	key: string,
	work: () => Promise<T>,
): Promise<T> {
	const credential = await sealOf(context);
	const last = refused.get(key);
	if (last && last.credential === credential && Date.now() < last.at + PAUSE) throw last.error;
	refused.delete(key);
	return await work().catch((error: unknown) => {
		if (credential !== undefined && error instanceof NodeApiError && error.httpCode === '401') {
			const advice = 'The login is not tried again for an hour, unless the credential is changed.';
			error.description = `${error.description ?? ''} ${advice}`.trim();
			refused.set(key, { credential, at: Date.now(), error });
		}
		throw error;
	});
}
