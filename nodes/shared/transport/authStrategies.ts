import type { AuthStrategy, AuthContext } from './authStrategy';
import { apiRoot } from './address';
import { onlineStrategy } from './online/onlineStrategy';
import { createLoginClient } from './online/loginClient';
import { oauth2Login, oauth2Tenant } from './online/oauth2';
import { readSystemUser } from './online/signIn';
import { systemUserLogin } from './online/systemUser';

/** A base URL from the credential, and a login that does not expire. */
function fixedAddressStrategy({ credential }: AuthContext): AuthStrategy {
	const root = apiRoot(credential.baseUrl);
	return {
		isOnline: false,
		route: async () => ({ root, renewals: 0 }),
		recover: async () => false,
	};
}

function oauth2Strategy(authContext: AuthContext): AuthStrategy {
	const { credential, helper } = authContext;
	const lookUp = createLoginClient(helper);
	const login = oauth2Login(credential);
	return onlineStrategy(
		authContext,
		lookUp,
		async () => await oauth2Tenant(lookUp, credential),
		login,
	);
}

function systemUserStrategy(authContext: AuthContext): AuthStrategy {
	const { credential, helper } = authContext;
	const lookUp = createLoginClient(helper);
	const login = systemUserLogin(credential, lookUp);
	return onlineStrategy(authContext, lookUp, async () => readSystemUser(credential), login);
}

/** The strategies by credential type, which is also the value of `authentication`. */
export const AUTH_STRATEGIES = {
	superOfficeApi: fixedAddressStrategy,
	superOfficeOAuth2Api: oauth2Strategy,
	superOfficeSystemUserApi: systemUserStrategy,
} satisfies Record<string, (authContext: AuthContext) => AuthStrategy>;

/** The type of a credential for SuperOffice. */
export type CredentialType = keyof typeof AUTH_STRATEGIES;
