import pick from 'lodash/pick';

import type { Json } from '../json';
import { connect, type Context, type HttpCall } from './connection';
import { deliver, type Deliverable, type Patience } from './deliver';
import { errorOf } from './errors';
import { bodyOf, faultIn, type Outcome } from './outcome';
import { Pace } from './pace';
import { USUAL_POLICY } from './retry';

/** One call of SuperOffice's REST API. */
export interface ApiRequest extends HttpCall, Deliverable {
	/** What a call beside the item's own is for, such as `looking up companies`: errors say so. */
	purpose?: string;
	/** What is done already, whatever comes of this call, and what to do then: errors say that alone. */
	alreadyDone?: string;
	/** What happens next without anybody's doing: errors say that, too. */
	comesAgain?: string;
	/** Whether the items go on without the answer: where it was refused, it is not asked for again. */
	isOptional?: boolean;
}

/** The way to SuperOffice for one execution of a node. */
export interface Session {
	/**
	 * Calls SuperOffice, again where that is safe and may help; a redirect is not followed.
	 * @throws what the request's `findDone` throws
	 */
	deliver(request: ApiRequest, patience: Patience): Promise<Outcome>;
	/**
	 * What came of a request, for an item.
	 * @returns the answer's body, which is of the expected kind
	 * @throws NodeApiError with SuperOffice's own message, what to do, and no secret
	 */
	read(request: ApiRequest, outcome: Outcome, itemIndex: number): Promise<Json>;
	/** Delivers a request, and reads what came of it. */
	request(request: ApiRequest, itemIndex: number, patience?: Patience): Promise<Json>;
}

/** In place of what an answer says, where nobody knows which secrets may stand in it. */
const UNTOLD = 'left out, as n8n cannot read the credential';

/** Whether a request changes nothing. */
export const readsOnly = ({ method, readsOnly: says = method === 'GET' }: ApiRequest) => says;

/**
 * Reads the credential once and gives the way to call SuperOffice with it. After a refused login
 * every further call fails at once and unsent, so that a wrong password cannot lock an account.
 * @param most how many calls are under way at once
 * @param hasMore whether there are several items, of which an error of one has to speak
 * @throws UserError when the credential's base URL is none
 */
export async function openSession(context: Context, most = 1, hasMore = false): Promise<Session> {
	const { node, isOnline, login, send, reread, redact } = await connect(context);
	const pace = new Pace(most);
	let refusedLogin: Outcome | undefined;

	async function sendOnce(request: ApiRequest): Promise<Outcome> {
		if (refusedLogin) return refusedLogin;
		const outcome = await send(request);
		if (!('answer' in outcome)) return outcome;
		if (outcome.answer.statusCode === 401) refusedLogin = outcome;
		if (!isOnline || bodyOf(request, outcome) !== undefined) return outcome;
		// What was renewed in the meantime may stand in the answer, which an error tells.
		const { answer, url } = outcome;
		const untold = { ...answer, headers: pick(answer.headers, 'retry-after'), body: UNTOLD };
		return await reread().then(
			() => outcome,
			() => ({ answer: untold, url }),
		);
	}

	const session: Session = {
		async deliver(request, patience) {
			const wanted = { ...request, readsOnly: readsOnly(request) };
			return await deliver(wanted, async () => await sendOnce(request), pace, patience);
		},
		async read(request, outcome, itemIndex) {
			const body = bodyOf(request, outcome);
			if (body !== undefined) return body;
			const { purpose, alreadyDone, comesAgain } = request;
			const said = { purpose, alreadyDone, comesAgain, readsOnly: readsOnly(request) };
			const known = {
				isLookedFor: request.findDone !== undefined,
				fault: faultIn(request, outcome),
			};
			const asker = { node, itemIndex, redact, isOnline, login, hasMore };
			throw errorOf({ ...asker, ...said, ...known }, outcome);
		},
		async request(request, itemIndex, patience = { policy: USUAL_POLICY }) {
			return await session.read(request, await session.deliver(request, patience), itemIndex);
		},
	};
	return session;
}
