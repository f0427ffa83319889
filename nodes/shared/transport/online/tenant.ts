import type { OperationalError } from 'n8n-workflow';

import type { LoginClient } from './loginClient';
import { parseTenantState, type TenantState } from './tenantState';

/** Where tenants are, by the address of their state. It is no secret, and the same for everyone. */
const keySets = new Map<string, Promise<TenantState>>();

/** A tenant, and the login server that knows where it is. */
export interface Tenant {
	server: string;
	id: string;
}

/** Milliseconds for which an address is not asked for again, although the tenant is not there. */
const MISDIRECTED_TTL = 60_000;

/** Milliseconds for which a state service that does not answer is not asked again. */
const UNANSWERED_TTL = 10_000;

/** How many tenants are remembered. */
const MAX_TENANTS = 1000;

async function fetchTenantState(
	loginClient: LoginClient,
	url: string,
	tenant: string,
	last: TenantState | undefined,
	misdirected?: string,
): Promise<TenantState> {
	const kept = last && !last.down && last.service !== misdirected ? last : undefined;
	const read = async () => {
		const state = await loginClient({ method: 'GET', url })
			.then((answer) => parseTenantState(tenant, answer))
			.catch((down: OperationalError) => ({
				...(kept ?? { service: '', down }),
				until: Date.now() + UNANSWERED_TTL,
			}));
		if (state.service !== misdirected) return state;
		return { ...state, until: Date.now() + MISDIRECTED_TTL, isConfirmed: true };
	};
	const asked = read();
	// At once, so that concurrent calls share the request.
	keySets.set(url, asked);
	for (const oldest of [...keySets.keys()].slice(0, -MAX_TENANTS)) keySets.delete(oldest);
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
	loginClient: LoginClient,
	tenant: Tenant,
	misdirected?: string,
): Promise<string> {
	const url = `${tenant.server}/api/state/${tenant.id}`;
	const latest = keySets.get(url);
	const last = await latest;
	// Another call has refreshed the state meanwhile.
	if (keySets.get(url) !== latest) return await locateTenant(loginClient, tenant, misdirected);
	const isPresent = last && last.until > Date.now();
	const isGood = isPresent && (last.service !== misdirected || last.isConfirmed);
	const { down, service } = isGood
		? last
		: await fetchTenantState(loginClient, url, tenant.id, last, misdirected);
	if (down) throw down;
	return service;
}
