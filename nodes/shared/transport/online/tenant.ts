import type { OperationalError } from 'n8n-workflow';

import type { AskLogin } from './ask';
import { readState, type TenantState } from './state';

/** Where tenants are, by the address of their state. It is no secret, and the same for everyone. */
const known = new Map<string, Promise<TenantState>>();

/** A tenant, and the login server that knows where it is. */
export interface Tenant {
	server: string;
	id: string;
}

/** Milliseconds for which an address is not asked for again, although the tenant is not there. */
const PATIENCE = 60_000;

/** Milliseconds for which a state service that does not answer is not asked again. */
const PAUSE = 10_000;

/** How many tenants are remembered. */
const MOST = 1000;

async function ask(
	askLogin: AskLogin,
	url: string,
	tenant: string,
	last: TenantState | undefined,
	misdirected?: string,
): Promise<TenantState> {
	const kept = last && !last.down && last.service !== misdirected ? last : undefined;
	const read = async () => {
		const state = await askLogin({ method: 'GET', url })
			.then((answer) => readState(tenant, answer))
			.catch((down: OperationalError) => ({
				...(kept ?? { service: '', down }),
				until: Date.now() + PAUSE,
			}));
		if (state.service !== misdirected) return state;
		return { ...state, until: Date.now() + PATIENCE, isConfirmed: true };
	};
	const asked = read();
	// At once, so that whoever comes in the meantime waits for the same answer.
	known.set(url, asked);
	for (const oldest of [...known.keys()].slice(0, -MOST)) known.delete(oldest);
	return await asked;
}

/**
 * Where a tenant's web service is. SuperOffice is asked once, and again when its answer has
 * expired, or when the tenant is no longer at the address that it gave. While it cannot say, what it
 * said last counts on.
 * @param misdirected an address that has answered that the tenant is not there
 * @returns such as `https://online2.superoffice.com/Cust12345`
 * @throws UserError for an unknown tenant, one that is down, or an address that is not SuperOffice's
 * @throws OperationalError when the state service does not answer
 */
export async function locateTenant(
	askLogin: AskLogin,
	tenant: Tenant,
	misdirected?: string,
): Promise<string> {
	const url = `${tenant.server}/api/state/${tenant.id}`;
	const latest = known.get(url);
	const last = await latest;
	// Someone else has asked while this one waited.
	if (known.get(url) !== latest) return await locateTenant(askLogin, tenant, misdirected);
	const isPresent = last && last.until > Date.now();
	const isGood = isPresent && (last.service !== misdirected || last.isConfirmed);
	const { down, service } = isGood ? last : await ask(askLogin, url, tenant.id, last, misdirected);
	if (down) throw down;
	return service;
}
