import { OperationalError } from 'n8n-workflow';

import { isRecord } from '../../json';
import type { AskLogin } from './ask';
import { keysNamedBy, type SigningKey, type Token } from './jwt';

/** Milliseconds for which a key set is not asked for again. */
const KEPT_FOR = 3_600_000;

/** Key sets of the login servers, by address. */
const known = new Map<string, { keys: SigningKey[]; until: number }>();

async function read(ask: AskLogin, url: string): Promise<SigningKey[]> {
	const { statusCode, body } = await ask({ method: 'GET', url });
	const keys = isRecord(body) ? body.keys : undefined;
	if (statusCode !== 200 || !Array.isArray(keys)) {
		throw new OperationalError(
			`SuperOffice's login server does not tell its keys (HTTP ${statusCode}), without which no token of it can be trusted. Try again later.`,
		);
	}
	known.set(url, { keys: keys.filter(isRecord), until: Date.now() + KEPT_FOR });
	return keys.filter(isRecord);
}

/**
 * The keys with which a login server signs. They are kept for an hour, and asked for again for a
 * token whose key is not among them, as SuperOffice changes its keys now and then.
 */
export async function keySet(ask: AskLogin, server: string, token: Token): Promise<SigningKey[]> {
	const url = `${server}/login/.well-known/jwks`;
	const { keys, until } = known.get(url) ?? { keys: [], until: 0 };
	if (until > Date.now() && keysNamedBy(token, keys).length > 0) return keys;
	return await read(ask, url);
}
