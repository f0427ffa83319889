import { OperationalError, UserError } from 'n8n-workflow';

import type { Entrance } from '../access';

/** A login that ends, and how it is renewed. */
export interface Login {
	/** The login that the credential holds: a ticket or an access token. */
	held(): unknown;
	/** Whether it holds none yet. */
	isMissing(): boolean;
	/**
	 * What n8n cannot do for itself, before it is asked to renew.
	 * @throws UserError when SuperOffice refuses, OperationalError when it does not answer
	 */
	prepare(): Promise<void>;
	/**
	 * Reads what n8n has thrown instead of renewing.
	 * @throws UserError or OperationalError, as `prepare`
	 */
	explain(thrown: unknown): never;
}

/**
 * Renews the login of a credential by a call that throws a 401: n8n renews it then, and keeps it.
 * @returns whether it holds now
 */
async function renew({ reread, probe }: Entrance, login: Login, root: string): Promise<boolean> {
	const ended = login.held();
	await reread();
	// Another execution has renewed it.
	if (login.held() !== ended && !login.isMissing()) return true;
	await login.prepare();
	const status = await probe(root).catch(login.explain);
	await reread();
	if (status === 401) return false;
	if (status < 300 || login.held() !== ended) return true;
	throw new OperationalError(
		`SuperOffice could not be asked whether the login still holds (HTTP ${status}). Try again later.`,
	);
}

/** Renews once for all who need it at the same time, and not again once SuperOffice has refused. */
export function renewal(entrance: Entrance, login: Login) {
	let done = 0;
	let underWay: Promise<boolean> | undefined;
	let refused: UserError | undefined;
	let isLost = false;
	function start(root: string): Promise<boolean> {
		const renewed = renew(entrance, login, root).finally(() => (underWay = undefined));
		renewed.then(
			(holds) => {
				if (holds) done += 1;
				isLost = !holds;
			},
			(error: unknown) => {
				if (error instanceof UserError) refused = error;
			},
		);
		return renewed;
	}
	return {
		/** How many renewals there were, once none is under way. */
		async count(): Promise<number> {
			await underWay;
			if (refused) throw refused;
			return done;
		},
		/** Renews what a request was sent with, unless that has been done since; whether it holds now. */
		async after(seen: number, root: string): Promise<boolean> {
			if (refused) throw refused;
			if (isLost) return false;
			if (seen < done) return true;
			return await (underWay ??= start(root));
		},
	};
}
