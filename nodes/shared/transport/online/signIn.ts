import { createHash } from 'node:crypto';

import { login, refuse, type Secrets } from '../credential';
import { redactor } from '../secrets';
import type { AskLogin } from './ask';
import { loginServer, tenantId } from './environment';
import { exchange, type SystemUser } from './exchange';

interface SignIn {
	ticket: Promise<string>;
	isPending: boolean;
	/** Tickets that this one, or one before it, stands in for. */
	replaced: string[];
}

/** The latest sign-in of each credential, by a digest of all that it takes. */
const latest = new Map<string, SignIn>();

/** How many tickets, and how many credentials, are remembered. */
const MOST_TICKETS = 10;
const MOST_CREDENTIALS = 200;

/**
 * The system user that a credential describes.
 * @throws UserError when something of it is missing
 */
export function systemUserOf(credential: Secrets): SystemUser {
	return {
		server: loginServer(credential.environment),
		id: tenantId(credential.tenant) || refuse('tenant', 'is empty'),
		clientSecret: login(credential, 'clientSecret'),
		systemUserToken:
			String(credential.systemUserToken ?? '').trim() || refuse('systemUserToken', 'is empty'),
		privateKey: String(credential.privateKey ?? ''),
		redact: (text) => redactor(credential)(text),
	};
}

/** Tells system users apart by all that they sign in with, and tells nothing of it. */
export function digest(user: SystemUser): string {
	return createHash('sha256').update(JSON.stringify(user)).digest('hex');
}

/**
 * Signs the system user in, once for all who need it at the same time: SuperOffice keeps a record of
 * each ticket, and asks apps to use one as long as it lives. Whoever holds a ticket that was replaced
 * already gets the one in its place.
 * @param held the ticket that no longer works, or ''
 * @returns a ticket, valid for six hours after its last use
 * @throws UserError when SuperOffice refuses
 * @throws OperationalError when SuperOffice does not answer
 */
export async function signIn(ask: AskLogin, user: SystemUser, held: string): Promise<string> {
	const key = digest(user);
	const last = latest.get(key);
	if (last && (last.isPending || last.replaced.includes(held))) return await last.ticket;
	const replaced = [...(last?.replaced ?? []), held].slice(-MOST_TICKETS);
	const present = { ticket: exchange(ask, user), isPending: true, replaced };
	latest.delete(key);
	latest.set(key, present);
	for (const oldest of [...latest.keys()].slice(0, -MOST_CREDENTIALS)) latest.delete(oldest);
	present.ticket.finally(() => (present.isPending = false)).catch(() => latest.delete(key));
	return await present.ticket;
}
