import { UserError } from 'n8n-workflow';

import type { Access, Entrance, Way } from '../access';
import type { AskLogin } from './ask';
import { locateTenant, type Tenant } from './tenant';

const API = '/api/v1';

/** Renews once for all who need it at the same time, and not again once SuperOffice has refused. */
function renewal(renew: Entrance['renew']) {
	let done = 0;
	let underWay: Promise<boolean> | undefined;
	let refused: UserError | undefined;
	function start(root: string): Promise<boolean> {
		const renewed = renew(root).finally(() => {
			done += 1;
			underWay = undefined;
		});
		renewed.catch((error: unknown) => {
			if (error instanceof UserError) refused = error;
		});
		return renewed;
	}
	return {
		/** How many renewals there were, once none is under way. */
		async count(): Promise<number> {
			await underWay;
			if (refused) throw refused;
			return done;
		},
		/** Renews what a request was sent with, unless that has been done since. */
		async after(seen: number, root: string): Promise<boolean> {
			if (refused) throw refused;
			if (seen < done) return true;
			return await (underWay ??= start(root));
		},
	};
}

/**
 * SuperOffice Online: the tenant is where the state service says, and may move; the login ends, and
 * is renewed.
 */
export function onlineAccess(
	{ credential, renew }: Entrance,
	ask: AskLogin,
	readTenant: () => Promise<Tenant>,
): Access {
	let tenant: Tenant | undefined;
	async function locate(misdirected?: string): Promise<string> {
		tenant ??= await readTenant();
		return `${await locateTenant(ask, tenant, misdirected?.slice(0, -API.length))}${API}`;
	}
	const login = renewal(renew);

	async function find(): Promise<Way> {
		const root = await locate();
		// A system user who has never signed in has to do so first.
		if (credential.ticket === '') await login.after(0, root);
		return { root, renewals: await login.count() };
	}

	return {
		isOnline: true,
		find,
		async mend(status, { root, renewals }) {
			if (status === 401) return await login.after(renewals, root);
			return status === 421 && (await locate(root)) !== root;
		},
	};
}
