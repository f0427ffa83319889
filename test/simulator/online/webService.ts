import type { FastifyRequest } from 'fastify';

import type { Caller, Authenticator } from '../engine/caller';
import { ApiFailure, notFound } from '../engine/failures';
import { makeService, type UnstartedService } from '../index';
import { checkLogin } from '../engine/login';
import { ROOT } from '../engine/requests';
import type { Account } from './account';
import { tenantHost } from './hosts';
import { misdirected } from './loginService';
import { findTenant } from './tenants';

/** An address below a tenant: its id, and the rest. */
const BELOW_TENANT = /^\/(Cust\d+)(?=\/api(?:\/|$))/i;

/**
 * Whether a request is served: by the host of its tenant, while that runs, and for logins that were
 * given out for this tenant. Unknown tenants (404) and those that do not run (503) are guesses.
 * @throws Failure
 */
function admit(account: Account, request: FastifyRequest): Caller {
	const id = BELOW_TENANT.exec(request.originalUrl)?.[1] ?? '';
	const tenant = findTenant(account.tenants, id);
	if (!tenant) throw notFound(`Tenant ${id}`);
	if (request.hostname !== tenantHost(tenant.subdomain)) throw misdirected();
	if (!tenant.isRunning) {
		throw new ApiFailure(503, 'ServiceUnavailable', `The tenant is in state ${tenant.state}`);
	}
	const { clientSecret: appToken } = account.app;
	const logins = account.grants.loginsOf(tenant);
	checkLogin(request.headers, { ...logins, basic: new Set(), appToken });
	return { context: tenant.id, mayUseWebhooks: tenant.mayUseWebhooks };
}

/** Makes the web service of all tenants, who share their data; it listens nowhere yet. */
export function makeWebService(account: Account): UnstartedService {
	const entrance: Authenticator = {
		authenticate: (request) => admit(account, request),
		endLogins: () => account.grants.expireLogins(),
	};
	return makeService(entrance, {
		rewriteUrl: ({ url = '' }: { url?: string }) => url.replace(BELOW_TENANT, ROOT),
	});
}
