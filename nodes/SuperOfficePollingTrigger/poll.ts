import type { INodeExecutionData, IPollFunctions } from 'n8n-workflow';

import { eventFilterConditions, readEventFilter } from '../events/eventFilter';
import { triggerEntity } from '../SuperOffice/resources';
import { toItemError } from '../SuperOffice/router';
import { readOptions } from '../shared/options';
import { readRetryPolicy } from '../shared/requestLimits';
import { openSession } from '../shared/transport/session';
import { createPollClient } from './pollClient';
import { findChanges, type Cursors } from './findChanges';
import { readChangeTypes, readChangesSince } from './form';
import { utcRequestOptions } from './utcRequestOptions';
import { withLoginBackoff } from './loginBackoff';

/** What n8n stores for the node, together with the execution that a poll starts. */
interface State {
	positions?: Cursors;
}

/** Keys of the nodes that this process is polling now. */
const activePolls = new Set<string>();

async function pollChanges(context: IPollFunctions): Promise<INodeExecutionData[]> {
	const read = (parameter: string): unknown =>
		context.getNodeParameter(parameter, null) ?? undefined;
	const zone = context.getTimezone();
	const wanted = {
		changeTypes: readChangeTypes(triggerEntity(), read),
		entity: triggerEntity(),
		conditions: eventFilterConditions(triggerEntity(), readEventFilter(triggerEntity(), read)),
		since: readChangesSince(read, readOptions(read, zone).zone)?.toSeconds(),
		requestOptions: utcRequestOptions(read, zone),
	};
	const retryOptions = { policy: readRetryPolicy(read('options')) };
	const client = createPollClient(
		context.getNode(),
		triggerEntity(),
		await openSession(context),
		retryOptions,
	);
	const state: State = context.getWorkflowStaticData('node');
	const { changes, cursors } = await findChanges(client, wanted, state.positions ?? {});
	// Last, so that any failure before leaves the changes to the next poll.
	state.positions = cursors;
	return changes.map((json) => ({ json }));
}

/**
 * Finds changes since the last poll.
 * @returns null for nothing, so that no execution starts
 * @throws NodeOperationError or NodeApiError that says what to do; nothing is lost then
 */
export async function poll(context: IPollFunctions): Promise<INodeExecutionData[][] | null> {
	const node = context.getNode();
	const key = `${context.getWorkflow().id} ${node.id}`;
	// n8n starts a poll even if the previous one has not ended; both would find the same changes.
	if (activePolls.has(key)) return null;
	activePolls.add(key);
	try {
		const items = await withLoginBackoff(context, key, async () => await pollChanges(context));
		return items.length > 0 ? [items] : null;
	} catch (thrown) {
		throw toItemError(node, 0, thrown);
	} finally {
		activePolls.delete(key);
	}
}
