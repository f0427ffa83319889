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
import { FieldError } from '../shared/fields/kind';
import { readConcurrency, readPolicy } from '../shared/pacing';
import { pool } from '../shared/pool';
import { memoizeAsync } from '../shared/memoize';
import { Stopped, type Patience } from '../shared/transport/deliver';
import { openSession, readsOnly } from '../shared/transport/request';
import { Turns, type Turn } from '../shared/turns';
import { identityOf } from './identity';
import type { ItemCall, Operation } from '../crud/operation';
import { parameterReader } from './parameters';
import { remembering } from './remembering';
import { stoppingError, type FailedItem, type ItemError } from './router.errors';

/** Errors of the transport are n8n's already; those of fields, expressions and addresses become so. */
export function toItemError(node: INode, itemIndex: number, thrown: unknown): ItemError {
	if (thrown instanceof NodeApiError) return thrown;
	const error = new NodeOperationError(node, thrown as Error, { itemIndex });
	// n8n swaps messages that happen to contain words such as EEXIST (as in "preexisting").
	if (thrown instanceof FieldError) error.message = thrown.message;
	return error;
}

/**
 * What a failed item puts out when the workflow goes on. Only `error` and `message` may stand there:
 * n8n 1 takes any other item for a success.
 */
function errorItem({ message, description }: ItemError, item: number): INodeExecutionData {
	const json = { error: message, message: `Item ${item}: ${description ?? message}` };
	return { json, pairedItem: { item } };
}

/** Items that are made ready while others wait for answers, so that their calls can go at once. */
const AHEAD = 2;

/** How many calls are under way at the same time; 1 where the option is broken, which each item then says for itself. */
function concurrencyOf(readFor: ReturnType<typeof parameterReader>): number {
	const read = attempt(() => readConcurrency(readFor('options', 0)));
	return isError(read) ? 1 : read;
}

/**
 * The only loop over items: some side by side, each item's output in the order of the items, and
 * paired with its own.
 * @throws NodeOperationError or NodeApiError of the first failing item, unless the node goes on
 */
export async function run(
	context: IExecuteFunctions,
	entity: EntityDefinition,
	operation: Pick<Operation, 'execute'>,
): Promise<INodeExecutionData[]> {
	const items = context.getInputData();
	const readFor = parameterReader(context, entity);
	const concurrency = concurrencyOf(readFor);
	const session = memoizeAsync(
		async () => await openSession(context, concurrency, items.length > 1),
	);
	const lookUp = remembering(session);
	const turns = new Turns();
	const cancelled = context.getExecutionCancelSignal();
	const failure = new AbortController();
	const over = AbortSignal.any([failure.signal, ...(cancelled ? [cancelled] : [])]);
	/** Items that have changed something. */
	const changed = new Set<number>();
	const hinted = new Set<string>();

	function hint(message: string): void {
		if (hinted.has(message)) return;
		hinted.add(message);
		context.addExecutionHints({ message, type: 'warning', location: 'outputPane' });
	}

	function callOf(item: number, turn: Turn): ItemCall {
		const read = (parameter: string) => readFor(parameter, item);
		const { json } = items[item];
		const options = read('options');
		const policy = readPolicy(options);
		readConcurrency(options);
		// Who has begun to change something has to end it, whatever happens to others.
		const patience = (): Patience => ({ policy, signal: changed.has(item) ? cancelled : over });
		return {
			entity,
			read,
			workflowZone: context.getTimezone(),
			item: json,
			identity: () => identityOf(context, item),
			async request(request) {
				const { findDone } = request;
				const look = async () => {
					// It may have changed something.
					changed.add(item);
					return await findDone?.();
				};
				const wanted = findDone ? { ...request, findDone: look } : request;
				const answer = await (await session()).request(wanted, item, patience());
				if (!readsOnly(request)) changed.add(item);
				return answer;
			},
			lookUp: async (request) => await lookUp(request, item, patience()),
			hint,
			async turn(key) {
				await turn.take(key);
				if (over.aborted) throw new Stopped('The execution was stopped');
			},
		};
	}

	async function work(item: number): Promise<INodeExecutionData[]> {
		const turn = turns.next();
		try {
			const put = await operation.execute(callOf(item, turn));
			const all = Array.isArray(put) ? put : [put];
			return all.map((json) => ({ json, pairedItem: { item } }));
		} catch (thrown) {
			if (thrown instanceof Stopped) return [];
			const error = toItemError(context.getNode(), item, thrown);
			if (context.continueOnFail()) return [errorItem(error, item)];
			failure.abort();
			throw error;
		} finally {
			turn.end();
		}
	}

	const together = concurrency > 1 ? concurrency + AHEAD : 1;
	const { results, failed } = await pool(items.length, together, work, over);
	if (failed.length > 0) {
		const done = [...changed].filter((item) => results[item]).sort((a, b) => a - b);
		throw stoppingError(failed as FailedItem[], done);
	}
	return results.flatMap((put) => put ?? []);
}
