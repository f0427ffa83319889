import { OperationalError } from 'n8n-workflow';

import { isRecord } from '../../json';
import type { AskLogin } from './ask';
import { keysNamedBy, type SigningKey, type Token } from './jwt';

/** Milliseconds for which a key set is kept. */
const KEPT_FOR = 3_600_000;

interface KeySet {
	keys: Promise<SigningKey[]>;
	/** Milliseconds since 1970. */
	asked: number;
}

/** Key sets of the login servers, by address. */
const known = new Map<string, KeySet>();

async function read(ask: AskLogin, url: string): Promise<SigningKey[]> {
	const { statusCode, body } = await ask({ method: 'GET', url });
	const keys = isRecord(body) ? body.keys : undefined;
	if (statusCode === 200 && Array.isArray(keys)) return keys.filter(isRecord);
	throw new OperationalError(
		`SuperOffice's login server does not tell its keys (HTTP ${statusCode}), without which no token of it can be trusted. Try again later.`,
	);
}

async function refresh(ask: AskLogin, url: string): Promise<SigningKey[]> {
	const keys = read(ask, url);
	known.set(url, { keys, asked: Date.now() });
	keys.catch(() => known.delete(url));
	return await keys;
}

/**
 * The keys with which a login server signs. They are kept for an hour, and asked for again for a
 * token whose key is not among them, as SuperOffice changes its keys now and then.
 */
export async function keySet(ask: AskLogin, server: string, token: Token): Promise<SigningKey[]> {
	const url = `${server}/login/.well-known/jwks`;
	const last = known.get(url);
	if (last && Date.now() - last.asked < KEPT_FOR) {
		const keys = await last.keys;
		if (keysNamedBy(token, keys).length > 0) return keys;
	}
	return await refresh(ask, url);
}
