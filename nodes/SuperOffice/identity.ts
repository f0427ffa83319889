import { createHash } from 'node:crypto';
import { UserError, type IExecuteFunctions } from 'n8n-workflow';

/** Characters of an identity: 128 bits in hexadecimal, as SuperOffice compares texts without case. */
const LENGTH = 32;

/**
 * What no other item of any execution is called, and what an item is called again when n8n runs the
 * node once more within the same execution (Retry On Fail).
 * @returns undefined for the tool of an AI agent, as n8n counts its runs on with each try, and its
 * items not at all
 * @throws UserError outside of an execution
 */
export function identityOf(context: IExecuteFunctions, item: number): string | undefined {
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
