import omit from 'lodash/omit';

import type { Json } from '../shared/json';
import { memoizeAsync } from '../shared/memoize';
import type { RetryOptions } from '../shared/transport/sendWithRetry';
import { acceptedBody } from '../shared/transport/outcome';
import type { ApiRequest, Session } from '../shared/transport/session';

/**
 * Caches read-only requests for the execution: items that ask at the same time share one call.
 * Failures are not cached, so the next item tries again; items that waited get the error as their
 * own. A refused optional request stays cached.
 */
export function cachedLookUp(session: () => Promise<Session>) {
	const deliver = memoizeAsync(
		async (request: ApiRequest, retryOptions: RetryOptions) =>
			await (await session()).send(request, retryOptions),
		{
			key: (request) => JSON.stringify(omit(request, ['alreadyDone'])),
			keeps: (outcome, request) =>
				request.isOptional === true || acceptedBody(request, outcome) !== undefined,
		},
	);
	return async (request: ApiRequest, item: number, retryOptions: RetryOptions): Promise<Json> => {
		const outcome = await deliver(request, retryOptions);
		return await (await session()).readBody(request, outcome, item);
	};
}
