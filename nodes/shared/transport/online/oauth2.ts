import { OperationalError, UserError } from 'n8n-workflow';

import { asRecord } from '../../json';
import type { Secrets } from '../credential';
import type { AskLogin } from './ask';
import { loginServer, tenantId } from './environment';
import { keysNamedBy, ownClaim, parseToken, trust } from './jwt';
import { keySet } from './keySet';
import type { Login } from './renewal';
import type { Tenant } from './tenant';

/**
 * The tenant that the id token tells. Its time is over as a rule, since it is from the day of the
 * sign-in; what it says of the tenant stays true.
 * @returns undefined when the key that signed it is no longer published
 * @throws UserError for a token that SuperOffice did not sign, or not for this app
 */
async function tenantOfIdToken(
	ask: AskLogin,
	server: string,
	clientId: string,
	idToken: unknown,
): Promise<string | undefined> {
	if (typeof idToken !== 'string') return undefined;
	const token = parseToken(idToken);
	const keys = await keySet(ask, server, token);
	if (keysNamedBy(token, keys).length === 0) return undefined;
	return ownClaim(trust(token, keys, { issuer: server, audience: clientId }), 'ctx');
}

/** The tenant in an access token, such as `8A:Cust12345.…`: so in all samples, promised nowhere. */
const tenantOfAccessToken = (accessToken: string) =>
	/^8A:([\w-]{1,64})\./.exec(accessToken)?.[1] ?? '';

/**
 * The tenant in which a person has signed in: what the tokens tell, else what the credential names.
 * @throws UserError for a credential that was never connected, that names another tenant than the
 * person has signed in to, or tells none
 */
export async function connectedTenant(ask: AskLogin, credential: Secrets): Promise<Tenant> {
	const server = loginServer(credential.environment);
	const { access_token: accessToken, id_token: idToken } = asRecord(credential.oauthTokenData);
	if (typeof accessToken !== 'string' || accessToken === '') {
		throw new UserError(
			'The credential is not connected to SuperOffice yet. Open it, connect your account, and sign in.',
		);
	}
	const clientId = String(credential.clientId).trim();
	const byAccessToken = tenantOfAccessToken(accessToken);
	const told = await tenantOfIdToken(ask, server, clientId, idToken).catch((error: Error) => {
		// Without the keys nothing can be said of the one token; the other tells as much.
		if (error instanceof OperationalError && byAccessToken !== '') return undefined;
		throw error;
	});
	const signedInTo = tenantId(told) || byAccessToken;
	const named = tenantId(credential.tenant);
	if (named && signedInTo && named.toLowerCase() !== signedInTo.toLowerCase()) {
		throw new UserError(
			`The credential names the tenant ${named}, but the account that is connected belongs to ${signedInTo}. Correct the tenant, or connect the account again.`,
		);
	}
	const id = signedInTo || named;
	if (id !== '') return { server, id };
	throw new UserError(
		'SuperOffice did not tell to which tenant the connected account belongs. Enter it as Tenant in the credential, such as Cust12345.',
	);
}

/** The login of a connected account, which is its access token; n8n renews it by itself. */
export function connectedLogin(credential: Secrets): Login {
	return {
		held: () => String(asRecord(credential.oauthTokenData).access_token ?? ''),
		refusal: (words) =>
			new UserError(
				`The login could not be renewed: ${words.replace(/\.?$/, '.')} Open the credential, check client ID and client secret, and connect the account again.`,
			),
	};
}
