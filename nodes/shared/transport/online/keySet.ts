import { OperationalError } from 'n8n-workflow';

import { isRecord } from '../../json';
import { memoizeAsync } from '../../memoize';
import type { AskLogin } from './ask';
import { keysNamedBy, type SigningKey, type Token } from './jwt';

/** Milliseconds for which a key set is kept. */
const KEPT_FOR = 3_600_000;

async function read(ask: AskLogin, url: string): Promise<SigningKey[]> {
	const { statusCode, body } = await ask({ method: 'GET', url });
	const keys = isRecord(body) ? body.keys : undefined;
	if (statusCode === 200 && Array.isArray(keys)) return keys.filter(isRecord);
	throw new OperationalError(
		`SuperOffice's login server does not tell its keys (HTTP ${statusCode}), without which no token of it can be trusted. Try again later.`,
	);
}

/** Key sets of the login servers, by address. */
const keysAt = memoizeAsync(read, { key: (_, url) => url, ttl: KEPT_FOR });

/**
 * The keys with which a login server signs. They are kept for an hour, and asked for again for a
 * token whose key is not among them, as SuperOffice changes its keys now and then.
 */
export async function keySet(ask: AskLogin, server: string, token: Token): Promise<SigningKey[]> {
	const url = `${server}/login/.well-known/jwks`;
	let isNew = false;
	const askNow: AskLogin = async (request) => {
		isNew = true;
		return await ask(request);
	};
	const keys = await keysAt(askNow, url);
	const isKnown = keysNamedBy(token, keys).length > 0;
	return isNew || isKnown ? keys : await keysAt.refresh(ask, url);
}
