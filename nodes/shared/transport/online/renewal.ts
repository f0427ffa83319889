import { OperationalError, UserError } from 'n8n-workflow';

import type { Entrance } from '../access';
import { isOfConnection, refusalForThrown } from '../failures';
import { readThrown } from '../thrown';

/** A login that ends, and how it is renewed. */
export interface Login {
	/** What the credential holds: a ticket or an access token; '' for none. */
	held(): string;
	/**
	 * What n8n cannot do for itself, before it is asked to renew.
	 * @throws UserError when SuperOffice refuses, OperationalError when it does not answer
	 */
	prepare?(): Promise<void>;
	/** The error for what n8n has said instead of renewing; a UserError for what does not pass. */
	refusal(words: string): Error;
}

/** @throws OperationalError when there was no answer, else what the login makes of it */
function explain({ redact }: Entrance, login: Login, thrown: unknown): never {
	const read = readThrown(thrown);
	if (isOfConnection(read)) {
		throw new OperationalError(`The login could not be renewed: ${refusalForThrown(read).what}`);
	}
	throw login.refusal(redact(read.words));
}

/**
 * Renews the login of a credential by a call that throws a 401: n8n renews it then, and keeps it.
 * @returns whether it holds now
 */
async function renew(entrance: Entrance, login: Login, root: string): Promise<boolean> {
	const { reread, probe } = entrance;
	const ended = login.held();
	await reread();
	// Another execution has renewed it.
	if (login.held() !== ended && login.held() !== '') return true;
	await login.prepare?.();
	const status = await probe(root).catch((thrown) => explain(entrance, login, thrown));
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
