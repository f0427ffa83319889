import {
	NodeApiError,
	NodeOperationError,
	type IExecuteFunctions,
	type INodeExecutionData,
} from 'n8n-workflow';

import { FieldError } from '../shared/fields/kind';
import { sharing } from '../shared/sharing';
import { openSession, type ApiRequest, type Session } from '../shared/transport/request';
import type { ItemCall, Operation } from './operation';

type ItemError = NodeOperationError | NodeApiError;

/** Errors of the transport are n8n's already; those of fields, expressions and addresses become so. */
function toItemError(context: IExecuteFunctions, itemIndex: number, thrown: Error): ItemError {
	if (thrown instanceof NodeApiError) return thrown;
	const error = new NodeOperationError(context.getNode(), thrown, { itemIndex });
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

/** Keeps what was asked for; a failed call is not kept, so that the next item may try again. */
function remembering(request: Session['request']): Session['request'] {
	const known = new Map<string, ReturnType<typeof request>>();
	return async (call: ApiRequest, itemIndex) => {
		const key = JSON.stringify(call);
		const asked = known.get(key) ?? request(call, itemIndex);
		known.set(key, asked);
		asked.catch(() => known.delete(key));
		return await asked;
	};
}

/**
 * The only loop over items: each item's output in the order of the items, and paired with its own.
 * @throws NodeOperationError or NodeApiError of the first failing item, unless the node goes on
 */
export async function run(
	context: IExecuteFunctions,
	operation: Pick<Operation, 'execute'>,
): Promise<INodeExecutionData[]> {
	const session = sharing(async () => await openSession(context));
	const ask = async (call: ApiRequest, item: number) => await (await session()).request(call, item);
	const lookUp = remembering(ask);
	const workflowZone = context.getTimezone();
	const items = context.getInputData();
	const output: INodeExecutionData[] = [];
	for (let item = 0; item < items.length; item++) {
		const call: ItemCall = {
			// A parameter that the form hides is not there.
			read: (parameter) => context.getNodeParameter(parameter, item, null) ?? undefined,
			workflowZone,
			item: items[item].json,
			request: async (request) => await ask(request, item),
			lookUp: async (request) => await lookUp(request, item),
		};
		try {
			const put = await operation.execute(call);
			for (const json of Array.isArray(put) ? put : [put]) {
				output.push({ json, pairedItem: { item } });
			}
		} catch (thrown) {
			const error = toItemError(context, item, thrown as Error);
			if (!context.continueOnFail()) throw error;
			output.push(errorItem(error, item));
		}
	}
	return output;
}
