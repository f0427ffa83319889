import type { Data } from '../tenant/data';

/** Tells the owner of a request: that others are told of none is a guess. */
export function notify(data: Data, ticketId: number, what: 'ticket' | 'message'): void {
	const owner = data.tickets.seeds.get(ticketId)?.ownerId ?? 0;
	if (owner !== 0) data.notifications.push({ ticketId, what, to: owner });
}
