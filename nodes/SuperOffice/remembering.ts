import omit from 'lodash/omit';

import type { Json } from '../shared/json';
import { memoizeAsync } from '../shared/memoize';
import type { Patience } from '../shared/transport/deliver';
import { bodyOf } from '../shared/transport/outcome';
import type { ApiRequest, Session } from '../shared/transport/request';

/**
 * Asks once for what several items need. What has failed is not kept, so that the next item may try
 * again; those who waited for it get the error as their own. The refusal of what is optional stays, as
 * each item would pay for it once more.
 */
export function remembering(session: () => Promise<Session>) {
	const deliver = memoizeAsync(
		async (request: ApiRequest, patience: Patience) =>
			await (await session()).deliver(request, patience),
		{
			key: (request) => JSON.stringify(omit(request, ['alreadyDone'])),
			keeps: (outcome, request) =>
				request.isOptional === true || bodyOf(request, outcome) !== undefined,
		},
	);
	return async (request: ApiRequest, item: number, patience: Patience): Promise<Json> => {
		const outcome = await deliver(request, patience);
		return await (await session()).read(request, outcome, item);
	};
}
