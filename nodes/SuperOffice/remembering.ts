import omit from 'lodash/omit';

import type { Json } from '../shared/json';
import type { Patience } from '../shared/transport/deliver';
import { bodyOf, type Outcome } from '../shared/transport/outcome';
import type { ApiRequest, Session } from '../shared/transport/request';

/**
 * Asks once for what several items need. What has failed is not kept, so that the next item may try
 * again; those who waited for it get the error as their own. The refusal of what is optional stays, as
 * each item would pay for it once more.
 */
export function remembering(session: () => Promise<Session>) {
	const known = new Map<string, Promise<Outcome>>();
	return async (request: ApiRequest, item: number, patience: Patience): Promise<Json> => {
		const key = JSON.stringify(omit(request, ['isOptional', 'alreadyDone']));
		const { deliver, read } = await session();
		const asked = known.get(key) ?? deliver(request, patience);
		known.set(key, asked);
		const forget = () => known.get(key) === asked && known.delete(key);
		asked.catch(forget);
		const outcome = await asked;
		if (bodyOf(request, outcome) === undefined && request.isOptional !== true) forget();
		return await read(request, outcome, item);
	};
}
