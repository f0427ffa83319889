import type { IHttpRequestHelper, IHttpRequestOptions } from 'n8n-workflow';

import { authenticate } from '../authenticate';
import type { Secrets } from '../credential';
import { loginAsker } from './ask';
import { tenantId, tenantService } from './environment';
import { signIn, systemUserOf } from './signIn';
import { locateTenant } from './tenant';

/**
 * What n8n keeps in the credential after a sign-in: the ticket, and where the tenant was then.
 * @throws UserError or OperationalError that says what stands in the way
 */
export async function preAuthenticateSystemUser(helper: IHttpRequestHelper, credential: Secrets) {
	const ask = loginAsker(helper);
	const user = systemUserOf(credential);
	// First, as a ticket is of no use while the tenant is down.
	const webService = await locateTenant(ask, user);
	return { ticket: await signIn(ask, user, String(credential.ticket ?? '')), webService };
}

/**
 * Puts the ticket on a request to the tenant's web service, and to nowhere else.
 * @param options whose address is relative to the tenant's API, or absolute
 * @throws UserError for an address that is not the tenant's
 */
export async function authenticateSystemUser(
	credential: Secrets,
	options: IHttpRequestOptions & { uri?: string },
): Promise<IHttpRequestOptions> {
	const target = String(options.url ?? options.uri);
	const present = tenantService(target, tenantId(credential.tenant));
	return await authenticate(
		{
			...credential,
			baseUrl: present ?? credential.webService,
			authentication: 'soTicket',
			appToken: credential.clientSecret,
		},
		options,
	);
}
