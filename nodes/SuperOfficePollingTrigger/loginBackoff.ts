import { createHash } from 'node:crypto';
import { NodeApiError, type IPollFunctions } from 'n8n-workflow';

import { credentialType } from '../shared/transport/connection';

/**
 * Backoff in minutes after the first, second and further refused logins: a few wrong logins lock an
 * account, and a locked account may be unlocked without a change of the credential.
 */
const PAUSES = [1, 5, 15];

const MINUTE = 60_000;

interface RefusedLogin {
	/** Hash of the credential. */
	credential: string;
	/** The poll's context, which n8n keeps for an activation, or creates for each poll. */
	context: IPollFunctions;
	/** How often in a row. */
	times: number;
	/** Milliseconds since 1970. */
	until: number;
	error: NodeApiError;
	/** What the error says beside. */
	advice: string;
}

/** Logins that were refused, by the node that is polled. */
const refusedLogins = new Map<string, RefusedLogin>();

/** Hash of the credential; undefined where repeated wrong logins cannot lock an account. */
async function credentialHash(context: IPollFunctions): Promise<string | undefined> {
	const type = credentialType(context.getNode());
	if (type !== 'superOfficeApi') return undefined;
	const credential = JSON.stringify(await context.getCredentials(type));
	return createHash('sha256').update(credential).digest('hex');
}

/**
 * Whether a user has activated the workflow since then; n8n's own restarts may come every second.
 */
const isActivation = (context: IPollFunctions, last: RefusedLogin) =>
	context.getActivationMode() === 'activate' && context !== last.context;

/** Adds to the error when the login is tried again. */
function withRetryTime({ error, advice, until }: RefusedLogin): NodeApiError {
	const minutes = Math.max(1, Math.ceil((until - Date.now()) / MINUTE));
	const again = `The login is tried again in ${minutes} min, or at once when the credential is changed or the workflow is activated again.`;
	error.description = `${advice} ${again}`.trim();
	return error;
}

/**
 * Runs a poll, unless the login was refused recently and the credential has not changed.
 * @param key of the node
 * @throws NodeApiError of the refused login, of this poll or of an earlier one
 */
export async function withLoginBackoff<T>(
	context: IPollFunctions,
	key: string,
	work: () => Promise<T>,
): Promise<T> {
	const credential = await credentialHash(context);
	const known = refusedLogins.get(key);
	const last = known?.credential === credential ? known : undefined;
	if (last && Date.now() < last.until && !isActivation(context, last)) throw withRetryTime(last);
	const done = await work().catch((error: unknown) => {
		if (credential === undefined || !(error instanceof NodeApiError) || error.httpCode !== '401') {
			throw error;
		}
		const times = (last?.times ?? 0) + 1;
		const until = Date.now() + PAUSES[Math.min(times, PAUSES.length) - 1] * MINUTE;
		const advice = error.description ?? '';
		const present = { credential, context, times, until, error, advice };
		refusedLogins.set(key, present);
		throw withRetryTime(present);
	});
	refusedLogins.delete(key);
	return done;
}
