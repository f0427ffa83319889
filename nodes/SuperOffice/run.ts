import {
	NodeApiError,
	NodeOperationError,
	type IDataObject,
	type IExecuteFunctions,
	type INodeExecutionData,
} from 'n8n-workflow';

import { FieldError } from '../shared/fields/kind';
import { parameterError } from '../shared/transport/errors';
import { openSession, type Session } from '../shared/transport/request';
import type { Operation } from './operation';

type ItemError = NodeOperationError | NodeApiError;

function toItemError(context: IExecuteFunctions, itemIndex: number, error: Error): ItemError {
	if (error instanceof FieldError) return parameterError(context.getNode(), itemIndex, error);
	if (error instanceof NodeApiError) return error;
	return new NodeOperationError(context.getNode(), error, { itemIndex });
}

/** What a failed item puts out when the workflow goes on: the words, and what they are about. */
function errorItem(error: ItemError, item: number): INodeExecutionData {
	const details: IDataObject = { itemIndex: item };
	if (error.description) details.description = error.description;
	if ('httpCode' in error && error.httpCode) details.httpCode = error.httpCode;
	return { json: { error: error.message, details }, pairedItem: { item } };
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
