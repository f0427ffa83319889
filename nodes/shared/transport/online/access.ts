import { UserError } from 'n8n-workflow';

import type { Access, Entrance, Way } from '../access';
import type { AskLogin } from './ask';
import { locateTenant, type Tenant } from './tenant';

const API = '/api/v1';

/** Renews once for all who need it at the same time, and not again once SuperOffice has refused. */
function renewal(renew: () => Promise<boolean>) {
	let done = 0;
	let underWay: Promise<boolean> | undefined;
	let refused: UserError | undefined;
	function start(): Promise<boolean> {
		const renewed = renew().finally(() => {
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
			return done;
		},
		/** Renews what a request was sent with, unless that has been done since. */
		async after(seen: number): Promise<boolean> {
			if (refused) throw refused;
			if (seen < done) return true;
			return await (underWay ??= start());
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
		return await locateTenant(ask, tenant, misdirected);
	}
	const login = renewal(async () => await renew(`${await locate()}${API}`));

	async function find(): Promise<Way> {
		// A system user who has never signed in has to do so first.
		if (credential.ticket === '') await login.after(0);
		return { renewals: await login.count(), root: `${await locate()}${API}` };
	}

	return {
		isOnline: true,
		find,
		async mend(status, { root, renewals }) {
			if (status === 401) return await login.after(renewals);
			if (status !== 421) return false;
			const service = root.slice(0, -API.length);
			return (await locate(service)) !== service;
		},
	};
}
