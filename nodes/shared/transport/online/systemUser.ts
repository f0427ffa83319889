import { OperationalError, type IHttpRequestHelper, type IHttpRequestOptions } from 'n8n-workflow';

import { authenticate } from '../authenticate';
import { refuse, type Secrets } from '../credential';
import { loginAsker, type AskLogin } from './ask';
import { tenantService } from './environment';
import type { Login } from './renewal';
import { digest, signIn, systemUserOf } from './signIn';
import { locateTenant } from './tenant';

/** The ticket that a credential holds; one that was issued for other values counts for nothing. */
function ticketOf(credential: Secrets): string {
	const isOwn = credential.signedInAs === digest(systemUserOf(credential));
	return isOwn ? String(credential.ticket ?? '') : '';
}

/**
 * What n8n keeps in the credential after a sign-in: the ticket, for whom it is, and where the tenant
 * was then.
 * @throws UserError or OperationalError that says what stands in the way
 */
export async function preAuthenticateSystemUser(helper: IHttpRequestHelper, credential: Secrets) {
	const ask = loginAsker(helper);
	const user = systemUserOf(credential);
	// First, as a ticket is of no use while the tenant is down.
	const webService = await locateTenant(ask, user);
	const ticket = await signIn(ask, user, ticketOf(credential));
	return { ticket, webService, signedInAs: digest(user) };
}

/**
 * Puts the ticket on a request to the tenant's web service, and to nowhere else.
 * @param options whose address is relative to the tenant's API, or absolute
 * @throws UserError for an address that is not the tenant's, and without a ticket of this user's
 */
export async function authenticateSystemUser(
	credential: Secrets,
	options: IHttpRequestOptions & { uri?: string },
): Promise<IHttpRequestOptions> {
	const { id, clientSecret } = systemUserOf(credential);
	const target = String(options.url ?? options.uri);
	const baseUrl =
		tenantService(target, id) ??
		tenantService(`${String(credential.webService)}/api`, id) ??
		refuse('webService', 'is not the address of the tenant. Test the credential again');
	const ticket = ticketOf(credential);
	if (ticket === '') refuse('ticket', 'was issued for something else. Test the credential again');
	const login = { authentication: 'soTicket', ticket, appToken: clientSecret, baseUrl };
	return await authenticate({ ...credential, ...login }, options);
}

/** A system user's login, which is its ticket. */
export function systemUserLogin(credential: Secrets, ask: AskLogin): Login {
	const held = () => ticketOf(credential);
	return {
		held,
		async prepare() {
			// Here rather than by n8n, whose first version keeps of an error only its words.
			await signIn(ask, systemUserOf(credential), held());
			if (held() === '') credential.ticket = '';
		},
		refusal: (words) => new OperationalError(`The login could not be renewed: ${words}`),
	};
}
