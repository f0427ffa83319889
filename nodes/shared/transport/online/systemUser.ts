import { OperationalError, type IHttpRequestHelper, type IHttpRequestOptions } from 'n8n-workflow';

import { authenticate } from '../authenticate';
import { rejectCredential, type CredentialData } from '../credential';
import { createLoginClient, type LoginClient } from './loginClient';
import { tenantServiceUrl } from './environment';
import type { RenewableLogin } from './loginRenewal';
import { systemUserDigest, signIn, readSystemUser } from './signIn';
import { locateTenant } from './tenant';

/** The ticket that a credential holds; one that was issued for other values counts for nothing. */
function ticketOf(credential: CredentialData): string {
	const isOwn = credential.signedInAs === systemUserDigest(readSystemUser(credential));
	return isOwn ? String(credential.ticket ?? '') : '';
}

/**
 * What n8n keeps in the credential after a sign-in: the ticket, for whom it is, and where the tenant
 * was then.
 * @throws UserError or OperationalError that says what stands in the way
 */
export async function preAuthenticateSystemUser(
	helper: IHttpRequestHelper,
	credential: CredentialData,
) {
	const loginClient = createLoginClient(helper);
	const user = readSystemUser(credential);
	// First, as a ticket is of no use while the tenant is down.
	const webService = await locateTenant(loginClient, user);
	const ticket = await signIn(loginClient, user, ticketOf(credential));
	return { ticket, webService, signedInAs: systemUserDigest(user) };
}

/**
 * Puts the ticket on a request to the tenant's web service, and to nowhere else.
 * @param options whose address is relative to the tenant's API, or absolute
 * @throws UserError for an address that is not the tenant's
 */
export async function authenticateSystemUser(
	credential: CredentialData,
	options: IHttpRequestOptions & { uri?: string },
): Promise<IHttpRequestOptions> {
	const { id, clientSecret } = readSystemUser(credential);
	const target = String(options.url ?? options.uri);
	const baseUrl =
		tenantServiceUrl(target, id) ??
		tenantServiceUrl(`${String(credential.webService)}/api`, id) ??
		rejectCredential('webService', 'is not the address of the tenant. Test the credential again');
	const ticket = ticketOf(credential);
	// Without a ticket of this user's, SuperOffice answers 401, at which n8n signs the user in.
	const secrets =
		ticket === '' ? { ticket: 'none', appToken: '' } : { ticket, appToken: clientSecret };
	const login = { authentication: 'soTicket', baseUrl, ...secrets };
	return await authenticate({ ...credential, ...login }, options);
}

/** A system user's login, which is its ticket. */
export function systemUserLogin(
	credential: CredentialData,
	loginClient: LoginClient,
): RenewableLogin {
	const current = () => ticketOf(credential);
	return {
		current,
		async prepare() {
			// Here rather than by n8n, whose first version keeps of an error only its words.
			await signIn(loginClient, readSystemUser(credential), current());
			if (current() === '') credential.ticket = '';
		},
		renewalError: (words) => new OperationalError(`The login could not be renewed: ${words}`),
	};
}
