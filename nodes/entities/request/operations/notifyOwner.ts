import type { ItemCall } from '../../../crud/operation';
import type { RequestOptions } from '../../../shared/options';
import { option } from '../../../shared/optionsForm';

/** Without it SuperOffice tells nobody. */
export const NOTIFY = option({
	displayName: 'Notify Owner or Category',
	name: 'notify',
	type: 'boolean',
	default: false,
	description:
		'Whether SuperOffice tells the owner, or those of the category where nobody owns it, that the request is there',
});

/** Tells the owner of a request, or those of its category (POST /api/v1/Ticket/{id}/NotifyNewTicket). */
export async function notifyOwner(
	{ request }: ItemCall,
	{ headers, timeout }: RequestOptions,
	id: number,
): Promise<void> {
	await request({
		method: 'POST',
		path: `Ticket/${id}/NotifyNewTicket`,
		headers,
		timeout,
		expect: 'nothing',
		purpose: 'notifying the owner',
		alreadyDone: `Request ${id} was saved all the same; its owner may not have been notified: do not run the item again.`,
	});
}
