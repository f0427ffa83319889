import type { Data } from '../tenant/data';

/**
 * Lets requests name another record, 0 for none, where one is merged or deleted. That they do so is a
 * guess.
 */
export function repointTickets(
	{ tickets, ticketMessages }: Data,
	key: 'personId' | 'projectId' | 'saleId',
	source: number,
	destination: number,
): void {
	for (const seed of [...tickets.seeds.values()]) {
		if (seed[key] === source) tickets.set({ ...seed, [key]: destination });
	}
	if (key !== 'personId') return;
	for (const seed of [...ticketMessages.seeds.values()]) {
		if (seed.personId === source) ticketMessages.set({ ...seed, personId: destination });
	}
}
