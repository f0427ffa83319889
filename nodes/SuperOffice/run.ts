import {
	NodeApiError,
	NodeOperationError,
	type IExecuteFunctions,
	type INodeExecutionData,
} from 'n8n-workflow';

import { FieldError } from '../shared/fields/kind';
import { openSession, type Session } from '../shared/transport/request';
import type { Operation } from './operation';

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

/**
 * The only loop over items: one output item per input item, in order and paired.
 * @throws NodeOperationError or NodeApiError of the first failing item, unless the node goes on
 */
export async function run(
	context: IExecuteFunctions,
	operation: Operation,
): Promise<INodeExecutionData[]> {
	let session: Session | undefined;
	const workflowZone = context.getTimezone();
	const output: INodeExecutionData[] = [];
	for (let item = 0; item < context.getInputData().length; item++) {
		try {
			const { request } = (session ??= await openSession(context));
			const json = await operation.execute({
				read: (parameter) => context.getNodeParameter(parameter, item, undefined),
				workflowZone,
				request: async (call) => await request(call, item),
			});
			output.push({ json, pairedItem: { item } });
		} catch (thrown) {
			const error = toItemError(context, item, thrown as Error);
			if (!context.continueOnFail()) throw error;
			output.push(errorItem(error, item));
		}
	}
	return output;
}
