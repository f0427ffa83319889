import { createHash } from 'node:crypto';
import { UserError, type IExecuteFunctions } from 'n8n-workflow';

/** Characters of a key: 128 bits in hexadecimal, as SuperOffice compares texts without case. */
const LENGTH = 32;

/**
 * A key that is unique to one item of one execution, and stays the same when n8n runs the node
 * again within that execution (Retry On Fail).
 * @returns undefined for an AI agent's tool: n8n counts its runs up with each try, and gives its
 * items no index
 * @throws UserError outside of an execution
 */
export function executionItemKey(context: IExecuteFunctions, item: number): string | undefined {
	const { id: node, type } = context.getNode();
	// n8n adds the word to the types of tools.
	if (type.endsWith('Tool')) return undefined;
	const execution = context.getExecutionId();
	if (!execution) throw new UserError('n8n has given this execution no ID');
	const { $runIndex: run } = context.getWorkflowDataProxy(item);
	const workflow = context.getWorkflow().id;
	const all = JSON.stringify([context.getInstanceId(), workflow, execution, node, run, item]);
	return createHash('sha256').update(all).digest('hex').slice(0, LENGTH);
}
