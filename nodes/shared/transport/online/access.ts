import type { Access, Entrance, Way } from '../access';
import { memoizeAsync } from '../../memoize';
import type { AskLogin } from './ask';
import { renewal, type Login } from './renewal';
import { locateTenant, type Tenant } from './tenant';

const API = '/api/v1';

/**
 * SuperOffice Online: the tenant is where the state service says, and may move; the login ends, and
 * is renewed.
 */
export function onlineAccess(
	entrance: Entrance,
	ask: AskLogin,
	readTenant: () => Promise<Tenant>,
	login: Login,
): Access {
	const tenant = memoizeAsync(readTenant);
	const renewing = renewal(entrance, login);

	async function locate(misdirected?: string): Promise<string> {
		return `${await locateTenant(ask, await tenant(), misdirected?.slice(0, -API.length))}${API}`;
	}

	async function find(): Promise<Way> {
		const root = await locate();
		// A system user who has never signed in has to do so first.
		if (login.held() === '') await renewing.after(0, root);
		return { root, renewals: await renewing.count() };
	}

	return {
		isOnline: true,
		find,
		async mend(status, { root, renewals }) {
			if (status === 401) return await renewing.after(renewals, root);
			return status === 421 && (await locate(root)) !== root;
		},
	};
}
