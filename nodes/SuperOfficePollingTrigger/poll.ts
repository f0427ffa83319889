import type { INodeExecutionData, IPollFunctions } from 'n8n-workflow';

import { filterConditions, readEventFilter } from '../events/filter';
import { watched } from '../SuperOffice/resources';
import { toItemError } from '../SuperOffice/router';
import { readOptions } from '../shared/options';
import { readPolicy } from '../shared/pacing';
import { openSession } from '../shared/transport/request';
import { askerFor } from './asker';
import { findChanges, type Positions } from './changes';
import { readKinds, readSince } from './form';
import { inUtc } from './headers';
import { unlessRefused } from './refusedLogins';

/** What n8n stores for the node, together with the execution that a poll starts. */
interface State {
	positions?: Positions;
}

/** The nodes of this process that are being polled. */
const underWay = new Set<string>();

async function changesFor(context: IPollFunctions): Promise<INodeExecutionData[]> {
	const read = (parameter: string): unknown =>
		context.getNodeParameter(parameter, null) ?? undefined;
	const zone = context.getTimezone();
	const wanted = {
		kinds: readKinds(read),
		entity: watched(),
		conditions: filterConditions(watched(), readEventFilter(watched(), read)),
		since: readSince(read, readOptions(read, zone).zone)?.toSeconds(),
		how: inUtc(read, zone),
	};
	const patience = { policy: readPolicy(read('options')) };
	const asker = askerFor(context.getNode(), watched(), await openSession(context), patience);
	const state: State = context.getWorkflowStaticData('node');
	const { changes, positions } = await findChanges(asker, wanted, state.positions ?? {});
	// Last of all: whatever fails before leaves everything to the next poll.
	state.positions = positions;
	return changes.map((json) => ({ json }));
}

/**
 * Finds what has changed since the last poll.
 * @returns null for nothing, so that no execution starts
 * @throws NodeOperationError or NodeApiError that says what to do; nothing is lost then
 */
export async function poll(context: IPollFunctions): Promise<INodeExecutionData[][] | null> {
	const node = context.getNode();
	const key = `${context.getWorkflow().id} ${node.id}`;
	// n8n polls on time, whether or not the last poll has ended: both would find the same.
	if (underWay.has(key)) return null;
	underWay.add(key);
	try {
		const items = await unlessRefused(context, key, async () => await changesFor(context));
		return items.length > 0 ? [items] : null;
	} catch (thrown) {
		throw toItemError(node, 0, thrown);
	} finally {
		underWay.delete(key);
	}
}
