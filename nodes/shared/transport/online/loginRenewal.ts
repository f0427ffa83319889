import { OperationalError, UserError } from 'n8n-workflow';

import type { AuthContext } from '../authStrategy';
import { isConnectionError, errorInfoForThrown } from '../connectionErrors';
import { parseThrown } from '../thrownError';

/** A login that expires, and how it is renewed. */
export interface RenewableLogin {
	/** The current ticket or access token; '' for none. */
	current(): string;
	/**
	 * Prepares a renewal by n8n.
	 * @throws UserError when SuperOffice refuses, OperationalError when it does not answer
	 */
	prepare?(): Promise<void>;
	/** The error for n8n's failed renewal; a UserError if it is permanent. */
	renewalError(words: string): Error;
}

/** @throws OperationalError when there was no answer, else what the login makes of it */
function throwRenewalError({ redact }: AuthContext, login: RenewableLogin, thrown: unknown): never {
	const read = parseThrown(thrown);
	if (isConnectionError(read)) {
		throw new OperationalError(
			`The login could not be renewed: ${errorInfoForThrown(read).message}`,
		);
	}
	throw login.renewalError(redact(read.message));
}

/**
 * Renews the login of a credential by a call that throws a 401: n8n renews it then, and keeps it.
 * @returns whether it holds now
 */
async function renew(
	authContext: AuthContext,
	login: RenewableLogin,
	root: string,
): Promise<boolean> {
	const { reread, probe } = authContext;
	const before = login.current();
	await reread();
	// Another execution has renewed it.
	if (login.current() !== before && login.current() !== '') return true;
	await login.prepare?.();
	const status = await probe(root).catch((thrown) => throwRenewalError(authContext, login, thrown));
	await reread();
	if (status === 401) return false;
	if (status < 300 || login.current() !== before) return true;
	throw new OperationalError(
		`SuperOffice could not be asked whether the login still holds (HTTP ${status}). Try again later.`,
	);
}

/** Renews a login with a single flight, and never again once SuperOffice has refused. */
export function createRenewal(authContext: AuthContext, login: RenewableLogin) {
	let done = 0;
	let pending: Promise<boolean> | undefined;
	let refused: UserError | undefined;
	let isRejected = false;
	function start(root: string): Promise<boolean> {
		const renewed = renew(authContext, login, root).finally(() => (pending = undefined));
		renewed.then(
			(holds) => {
				if (holds) done += 1;
				isRejected = !holds;
			},
			(error: unknown) => {
				if (error instanceof UserError) refused = error;
			},
		);
		return renewed;
	}
	return {
		/** Number of renewals; waits for a pending one. */
		async count(): Promise<number> {
			await pending;
			if (refused) throw refused;
			return done;
		},
		/**
		 * Renews the login that a request has used, unless it was renewed since; true if the login
		 * is valid.
		 */
		async after(usedRenewals: number, root: string): Promise<boolean> {
			if (refused) throw refused;
			if (isRejected) return false;
			if (usedRenewals < done) return true;
			return await (pending ??= start(root));
		},
	};
}
