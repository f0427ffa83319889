import attempt from 'lodash/attempt';
import isError from 'lodash/isError';
import {
	NodeApiError,
	NodeOperationError,
	type IExecuteFunctions,
	type INode,
	type INodeExecutionData,
} from 'n8n-workflow';

import type { EntityDefinition } from '../entities/entity';
import { FieldError } from '../shared/fields/fieldKind';
import { readConcurrency, readRetryPolicy } from '../shared/requestLimits';
import { runPool } from '../shared/pool';
import { memoizeAsync } from '../shared/memoize';
import { RequestStopped, type RetryOptions } from '../shared/transport/sendWithRetry';
import { openSession, isReadOnly } from '../shared/transport/session';
import { KeyedLocks, type Lock } from '../shared/keyedLock';
import { executionItemKey } from './executionItemKey';
import { FileItem, type ItemCall, type Operation } from '../crud/operation';
import { itemFiles } from './itemFiles';
import { parameterReader } from './parameters';
import { cachedLookUp } from './cachedLookUp';
import { executionError, type FailedItem, type ItemError } from './router.errors';

/** Converts what was thrown to an error of n8n; those of the transport are n8n's own already. */
export function toItemError(node: INode, itemIndex: number, thrown: unknown): ItemError {
	if (thrown instanceof NodeApiError) return thrown;
	const error = new NodeOperationError(node, thrown as Error, { itemIndex });
	// n8n swaps messages that happen to contain words such as EEXIST (as in "preexisting").
	if (thrown instanceof FieldError) error.message = thrown.message;
	return error;
}

/**
 * Output of a failed item when On Error is "Continue". It holds `error` and `message` alone: n8n 1
 * takes any other item for a success.
 */
function errorItem({ message, description }: ItemError, item: number): INodeExecutionData {
	const json = { error: message, message: `Item ${item}: ${description ?? message}` };
	return { json, pairedItem: { item } };
}

/**
 * Items that are prepared beyond the concurrency limit, so that their requests are ready when a
 * slot gets free.
 */
const PREPARED_ITEMS = 2;

/**
 * The concurrency of the first item; 1 where the option is invalid, for which each item then fails
 * by itself.
 */
function readFirstConcurrency(readFor: ReturnType<typeof parameterReader>): number {
	const read = attempt(() => readConcurrency(readFor('options', 0)));
	return isError(read) ? 1 : read;
}

/**
 * Executes the operation for all items concurrently; output keeps the order of the items and their
 * pairing. The only loop over items.
 * @throws NodeOperationError or NodeApiError of the first failing item, unless On Error is
 * "Continue"
 */
export async function executeForItems(
	context: IExecuteFunctions,
	entity: EntityDefinition,
	operation: Pick<Operation, 'execute'>,
): Promise<INodeExecutionData[]> {
	const items = context.getInputData();
	const readFor = parameterReader(context, entity);
	const concurrency = readFirstConcurrency(readFor);
	const session = memoizeAsync(
		async () => await openSession(context, concurrency, items.length > 1),
	);
	const lookUp = cachedLookUp(session);
	const locks = new KeyedLocks();
	const cancelled = context.getExecutionCancelSignal();
	const failure = new AbortController();
	const stopped = AbortSignal.any([failure.signal, ...(cancelled ? [cancelled] : [])]);
	/** Items that have changed something. */
	const changed = new Set<number>();
	const shownHints = new Set<string>();
	const claimed = new Set<string>();

	function hint(message: string): void {
		if (shownHints.has(message)) return;
		shownHints.add(message);
		context.addExecutionHints({ message, type: 'info', location: 'outputPane' });
	}

	function callOf(item: number, lock: Lock): ItemCall {
		const read = (parameter: string) => readFor(parameter, item);
		const { json } = items[item];
		const options = read('options');
		const policy = readRetryPolicy(options);
		readConcurrency(options);
		// An item that has begun to change something is finished, even if another item fails.
		const retryOptions = (): RetryOptions => ({
			policy,
			signal: changed.has(item) ? cancelled : stopped,
		});
		return {
			entity,
			read,
			workflowZone: context.getTimezone(),
			item: json,
			files: itemFiles(context, item),
			executionItemKey: () => executionItemKey(context, item),
			async request(request) {
				const { findExistingResult } = request;
				const trackedFind = async () => {
					// It may have changed something.
					changed.add(item);
					return await findExistingResult?.();
				};
				const tracked = findExistingResult
					? { ...request, findExistingResult: trackedFind }
					: request;
				const answer = await (await session()).request(tracked, item, retryOptions());
				if (!isReadOnly(request)) changed.add(item);
				return answer;
			},
			lookUp: async (request) => await lookUp(request, item, retryOptions()),
			hint,
			claim: (key) => !claimed.has(key) && Boolean(claimed.add(key)),
			async lock(key) {
				await lock.acquire(key);
				if (stopped.aborted) throw new RequestStopped('The execution was stopped');
			},
		};
	}

	async function work(item: number): Promise<INodeExecutionData[]> {
		const lock = locks.createLock();
		try {
			const output = await operation.execute(callOf(item, lock));
			const all = Array.isArray(output) ? output : [output];
			return all.map((one) => {
				const data =
					one instanceof FileItem ? { json: one.json, binary: one.binary } : { json: one };
				return { ...data, pairedItem: { item } };
			});
		} catch (thrown) {
			if (thrown instanceof RequestStopped) return [];
			const error = toItemError(context.getNode(), item, thrown);
			if (context.continueOnFail()) return [errorItem(error, item)];
			failure.abort();
			throw error;
		} finally {
			lock.release();
		}
	}

	const maxConcurrent = concurrency > 1 ? concurrency + PREPARED_ITEMS : 1;
	const { results, failed } = await runPool(items.length, maxConcurrent, work, stopped);
	if (failed.length > 0) {
		const done = [...changed].filter((item) => results[item]).sort((a, b) => a - b);
		throw executionError(failed as FailedItem[], done);
	}
	return results.flatMap((output) => output ?? []);
}
