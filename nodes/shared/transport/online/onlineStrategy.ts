import type { AuthStrategy, AuthContext, Route } from '../authStrategy';
import { memoizeAsync } from '../../memoize';
import type { LoginClient } from './loginClient';
import { createRenewal, type RenewableLogin } from './loginRenewal';
import { locateTenant, type Tenant } from './tenant';

const API = '/api/v1';

/**
 * SuperOffice Online: the tenant is where the state service says, and may move; the login ends, and
 * is renewed.
 */
export function onlineStrategy(
	authContext: AuthContext,
	loginClient: LoginClient,
	readTenant: () => Promise<Tenant>,
	login: RenewableLogin,
): AuthStrategy {
	const tenant = memoizeAsync(readTenant);
	const renewing = createRenewal(authContext, login);

	async function locate(misdirected?: string): Promise<string> {
		return `${await locateTenant(loginClient, await tenant(), misdirected?.slice(0, -API.length))}${API}`;
	}

	async function currentRoute(): Promise<Route> {
		const root = await locate();
		// A system user who has never signed in has to do so first.
		if (login.current() === '') await renewing.after(0, root);
		return { root, renewals: await renewing.count() };
	}

	return {
		isOnline: true,
		route: currentRoute,
		async recover(status, { root, renewals }) {
			if (status === 401) return await renewing.after(renewals, root);
			return status === 421 && (await locate(root)) !== root;
		},
	};
}
