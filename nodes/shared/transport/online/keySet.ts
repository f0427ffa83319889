import { OperationalError } from 'n8n-workflow';

import { isRecord } from '../../json';
import { memoizeAsync } from '../../memoize';
import type { LoginClient } from './loginClient';
import { keysFor, type SigningKey, type ParsedToken } from './jwt';

/** Milliseconds for which a key set is kept. */
const KEY_SET_TTL = 3_600_000;

async function fetchKeys(loginClient: LoginClient, url: string): Promise<SigningKey[]> {
	const { statusCode, body } = await loginClient({ method: 'GET', url });
	const keys = isRecord(body) ? body.keys : undefined;
	if (statusCode === 200 && Array.isArray(keys)) return keys.filter(isRecord);
	throw new OperationalError(
		`SuperOffice's login server did not return its keys (HTTP ${statusCode}), which are needed to verify its tokens. Try again later.`,
	);
}

/** Key sets of the login servers, by address. */
const keysAt = memoizeAsync(fetchKeys, { key: (_, url) => url, ttl: KEY_SET_TTL });

/**
 * The keys with which a login server signs. They are kept for an hour, and asked for again for a
 * token whose key is not among them, as SuperOffice changes its keys now and then.
 */
export async function getKeySet(
	loginClient: LoginClient,
	server: string,
	token: ParsedToken,
): Promise<SigningKey[]> {
	const url = `${server}/login/.well-known/jwks`;
	let isNew = false;
	const askNow: LoginClient = async (request) => {
		isNew = true;
		return await loginClient(request);
	};
	const keys = await keysAt(askNow, url);
	const isKnown = keysFor(token, keys).length > 0;
	return isNew || isKnown ? keys : await keysAt.refresh(loginClient, url);
}
