import type { Data } from '../tenant/data';

/** Tells the owner of a request: whom else SuperOffice tells is a guess, and so is that nobody is told of an unassigned one. */
export function notify(data: Data, ticketId: number, what: 'ticket' | 'message'): void {
	const owner = data.tickets.seeds.get(ticketId)?.ownerId ?? 0;
	if (owner !== 0) data.notifications.push({ ticketId, what, to: owner });
}
