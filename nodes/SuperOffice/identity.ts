import { createHash } from 'node:crypto';
import { UserError, type IDataObject, type IExecuteFunctions } from 'n8n-workflow';

/** Characters of an identity: 128 bits in hexadecimal, as SuperOffice compares texts without case. */
const LENGTH = 32;

/** Whether an AI agent runs the node as its tool; n8n adds the word to the type. */
const isTool = (type: string) => type.endsWith('Tool');

/**
 * What no other item of any execution is called, and what an item is called again when n8n runs the
 * node once more within the same execution (Retry On Fail). n8n counts the runs of a tool on with
 * each of its tries, so that a tool's calls are told apart by what they say.
 * @throws UserError outside of an execution
 */
export function identityOf(context: IExecuteFunctions, item: number, json: IDataObject): string {
	const { id, type } = context.getNode();
	const execution = context.getExecutionId();
	if (!execution) throw new UserError('n8n has given this execution no ID');
	const run = isTool(type) ? 'tool' : String(context.getWorkflowDataProxy(item).$runIndex);
	const all = JSON.stringify([execution, id, run, item, json]);
	return createHash('sha256').update(all).digest('hex').slice(0, LENGTH);
}
