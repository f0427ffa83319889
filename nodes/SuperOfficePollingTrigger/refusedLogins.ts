import { createHash } from 'node:crypto';
import { NodeApiError, type IPollFunctions } from 'n8n-workflow';

import { credentialType } from '../shared/transport/connection';

/**
 * For how many minutes a refused login is left alone after the first time, the second and so on: accounts are locked
 * after a few wrong ones, and are let in again without a change of the credential.
 */
const PAUSES = [1, 5, 15];

const MINUTE = 60_000;

interface Refused {
	/** What tells the credential from any other, and no secret. */
	credential: string;
	/** The poll's context, which n8n keeps from an activation to its end, or makes anew for each poll. */
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
const refused = new Map<string, Refused>();

/** Only an address that a person entered has accounts that a wrong password locks. */
async function sealOf(context: IPollFunctions): Promise<string | undefined> {
	const type = credentialType(context.getNode());
	if (type !== 'superOfficeApi') return undefined;
	const credential = JSON.stringify(await context.getCredentials(type));
	return createHash('sha256').update(credential).digest('hex');
}

/** Whether a person has activated the workflow since; what n8n itself starts again may come every second. */
const isActivation = (context: IPollFunctions, last: Refused) =>
	context.getActivationMode() === 'activate' && context !== last.context;

/** Says when the login is tried again. */
function tell({ error, advice, until }: Refused): NodeApiError {
	const minutes = Math.max(1, Math.ceil((until - Date.now()) / MINUTE));
	const again = `The login is tried again in ${minutes} min, or at once when the credential is changed or the workflow is activated again.`;
	error.description = `${advice} ${again}`.trim();
	return error;
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
	const known = refused.get(key);
	const last = known?.credential === credential ? known : undefined;
	if (last && Date.now() < last.until && !isActivation(context, last)) throw tell(last);
	const done = await work().catch((error: unknown) => {
		if (credential === undefined || !(error instanceof NodeApiError) || error.httpCode !== '401') {
			throw error;
		}
		const times = (last?.times ?? 0) + 1;
		const until = Date.now() + PAUSES[Math.min(times, PAUSES.length) - 1] * MINUTE;
		const advice = error.description ?? '';
		const present = { credential, context, times, until, error, advice };
		refused.set(key, present);
		throw tell(present);
	});
	refused.delete(key);
	return done;
}
