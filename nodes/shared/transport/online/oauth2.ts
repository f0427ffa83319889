import { OperationalError, UserError } from 'n8n-workflow';

import { asRecord } from '../../json';
import type { CredentialData } from '../credential';
import type { LoginClient } from './loginClient';
import { loginServerUrl, parseTenantId } from './environment';
import { keysFor, superOfficeClaim, parseToken, verifyToken } from './jwt';
import { getKeySet } from './keySet';
import type { RenewableLogin } from './loginRenewal';
import type { Tenant } from './tenant';

/**
 * The tenant that the id token tells. Its time is over as a rule, since it is from the day of the
 * sign-in; what it says of the tenant stays true.
 * @returns undefined when the key that signed it is no longer published
 * @throws UserError for a token that SuperOffice did not sign, or not for this app
 */
async function tenantOfIdToken(
	loginClient: LoginClient,
	server: string,
	clientId: string,
	idToken: unknown,
): Promise<string | undefined> {
	if (typeof idToken !== 'string') return undefined;
	const token = parseToken(idToken);
	const keys = await getKeySet(loginClient, server, token);
	if (keysFor(token, keys).length === 0) return undefined;
	return superOfficeClaim(verifyToken(token, keys, { issuer: server, audience: clientId }), 'ctx');
}

/** The tenant in an access token, such as `8A:Cust12345.…`: so in all samples, promised nowhere. */
const tenantOfAccessToken = (accessToken: string) =>
	/^8A:([\w-]{1,64})\./.exec(accessToken)?.[1] ?? '';

/**
 * The tenant in which a person has signed in: what the tokens tell, else what the credential names.
 * @throws UserError for a credential that was never connected, that names another tenant than the
 * person has signed in to, or tells none
 */
export async function oauth2Tenant(
	loginClient: LoginClient,
	credential: CredentialData,
): Promise<Tenant> {
	const server = loginServerUrl(credential.environment);
	const { access_token: accessToken, id_token: idToken } = asRecord(credential.oauthTokenData);
	if (typeof accessToken !== 'string' || accessToken === '') {
		throw new UserError(
			'The credential is not connected to SuperOffice yet. Open it, connect your account, and sign in.',
		);
	}
	const clientId = String(credential.clientId).trim();
	const byAccessToken = tenantOfAccessToken(accessToken);
	const byIdToken = await tenantOfIdToken(loginClient, server, clientId, idToken).catch(
		(error: Error) => {
			// Without the keys nothing can be said of the one token; the other tells as much.
			if (error instanceof OperationalError && byAccessToken !== '') return undefined;
			throw error;
		},
	);
	const signedInTenant = parseTenantId(byIdToken) || byAccessToken;
	const configured = parseTenantId(credential.tenant);
	if (configured && signedInTenant && configured.toLowerCase() !== signedInTenant.toLowerCase()) {
		throw new UserError(
			`The credential names the tenant ${configured}, but the account that is connected belongs to ${signedInTenant}. Correct the tenant, or connect the account again.`,
		);
	}
	const id = signedInTenant || configured;
	if (id !== '') return { server, id };
	throw new UserError(
		'SuperOffice did not report which tenant the connected account belongs to. Enter it in the Tenant field of the credential, such as Cust12345.',
	);
}

/** The login of a connected account, which is its access token; n8n renews it by itself. */
export function oauth2Login(credential: CredentialData): RenewableLogin {
	return {
		current: () => String(asRecord(credential.oauthTokenData).access_token ?? ''),
		renewalError: (words) =>
			new UserError(
				`The login could not be renewed: ${words.replace(/\.?$/, '.')} Open the credential, check client ID and client secret, and connect the account again.`,
			),
	};
}
