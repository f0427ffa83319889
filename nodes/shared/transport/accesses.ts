import type { Access, Entrance } from './access';
import { apiRoot } from './address';
import { onlineAccess } from './online/access';
import { loginAsker } from './online/ask';
import { connectedLogin, connectedTenant } from './online/oauth2';
import { systemUserOf } from './online/signIn';
import { systemUserLogin } from './online/systemUser';

/** An address that a person entered, and a login that lasts. */
function enteredAccess({ credential }: Entrance): Access {
	const root = apiRoot(credential.baseUrl);
	return {
		isOnline: false,
		find: async () => ({ root, renewals: 0 }),
		mend: async () => false,
	};
}

function oauth2Access(entrance: Entrance): Access {
	const { credential, helper } = entrance;
	const ask = loginAsker(helper);
	const login = connectedLogin(credential);
	return onlineAccess(entrance, ask, async () => await connectedTenant(ask, credential), login);
}

function systemUserAccess(entrance: Entrance): Access {
	const { credential, helper } = entrance;
	const ask = loginAsker(helper);
	const login = systemUserLogin(credential, ask);
	return onlineAccess(entrance, ask, async () => systemUserOf(credential), login);
}

/** The accesses by the type of their credential, which is also the value of `authentication`. */
export const ACCESSES = {
	superOfficeApi: enteredAccess,
	superOfficeOAuth2Api: oauth2Access,
	superOfficeSystemUserApi: systemUserAccess,
} satisfies Record<string, (entrance: Entrance) => Access>;

/** The type of a credential for SuperOffice. */
export type CredentialType = keyof typeof ACCESSES;
