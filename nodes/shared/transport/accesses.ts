import type { Access, Entrance } from './access';
import { apiRoot } from './address';
import { onlineAccess } from './online/access';
import { loginAsker } from './online/ask';
import { connectedTenant } from './online/oauth2';
import { systemUserOf } from './online/signIn';

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
	const ask = loginAsker(entrance.helper);
	return onlineAccess(entrance, ask, async () => await connectedTenant(ask, entrance.credential));
}

function systemUserAccess(entrance: Entrance): Access {
	const ask = loginAsker(entrance.helper);
	return onlineAccess(entrance, ask, async () => systemUserOf(entrance.credential));
}

/** The accesses by the type of their credential, which is also the value of `authentication`. */
export const ACCESSES = {
	superOfficeApi: enteredAccess,
	superOfficeOAuth2Api: oauth2Access,
	superOfficeSystemUserApi: systemUserAccess,
} satisfies Record<string, (entrance: Entrance) => Access>;

/** The type of a credential for SuperOffice. */
export type CredentialType = keyof typeof ACCESSES;
