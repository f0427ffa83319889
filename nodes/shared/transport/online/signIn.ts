import { createHash } from 'node:crypto';

import { requiredSecret, rejectCredential, type CredentialData } from '../credential';
import { createRedactor } from '../redact';
import type { LoginClient } from './loginClient';
import { loginServerUrl, parseTenantId } from './environment';
import { exchangeSystemUserToken, type SystemUser } from './tokenExchange';

interface SignIn {
	ticket: Promise<string>;
	isPending: boolean;
	/** Expired tickets that this one replaces. */
	replaced: string[];
}

/** The latest sign-in of each credential, by a digest of all that it takes. */
const signIns = new Map<string, SignIn>();

/** How many tickets, and how many credentials, are remembered. */
const MAX_TICKETS = 10;
const MAX_CREDENTIALS = 200;

/**
 * The system user that a credential describes.
 * @throws UserError when something of it is missing
 */
export function readSystemUser(credential: CredentialData): SystemUser {
	return {
		server: loginServerUrl(credential.environment),
		id: parseTenantId(credential.tenant) || rejectCredential('tenant', 'is empty'),
		clientSecret: requiredSecret(credential, 'clientSecret'),
		systemUserToken:
			String(credential.systemUserToken ?? '').trim() ||
			rejectCredential('systemUserToken', 'is empty'),
		privateKey: String(credential.privateKey ?? ''),
		redact: (text) => createRedactor(credential)(text),
	};
}

/** A hash that identifies a system user. */
export function systemUserDigest(user: SystemUser): string {
	return createHash('sha256').update(JSON.stringify(user)).digest('hex');
}

/**
 * Signs the system user in, once for all who need it at the same time: SuperOffice keeps a record of
 * each ticket, and asks apps to use one as long as it lives. Whoever holds a ticket that was replaced
 * already gets the one in its place.
 * @param expired the ticket that no longer works, or ''
 * @returns a ticket, valid for six hours after its last use
 * @throws UserError when SuperOffice refuses
 * @throws OperationalError when SuperOffice does not answer
 */
export async function signIn(
	loginClient: LoginClient,
	user: SystemUser,
	expired: string,
): Promise<string> {
	const key = systemUserDigest(user);
	const last = signIns.get(key);
	if (last && (last.isPending || last.replaced.includes(expired))) return await last.ticket;
	const replaced = [...(last?.replaced ?? []), expired].slice(-MAX_TICKETS);
	const present = { ticket: exchangeSystemUserToken(loginClient, user), isPending: true, replaced };
	signIns.delete(key);
	signIns.set(key, present);
	for (const oldest of [...signIns.keys()].slice(0, -MAX_CREDENTIALS)) signIns.delete(oldest);
	present.ticket.finally(() => (present.isPending = false)).catch(() => signIns.delete(key));
	return await present.ticket;
}
