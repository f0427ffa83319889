import type { Data } from '../tenant/data';
import { repointTickets } from '../tickets/repoint';

/** What a merge moves, by the number in rows. */
type Key = 'contactId' | 'personId';

/**
 * Lets sales, documents, members and stakeholders name another company or person. That a merge moves them is
 * documented of companies' sales alone: a guess otherwise, as is that it may leave two rows of one.
 */
export function repoint(data: Data, key: Key, source: number, destination: number): void {
	const { sales, documents, projectMembers, stakeholders, persons } = data;
	for (const seed of [...sales.seeds.values()]) {
		if (seed[key] === source) sales.set({ ...seed, [key]: destination });
	}
	for (const seed of [...documents.seeds.values()]) {
		if (seed[key] === source) documents.set({ ...seed, [key]: destination });
	}
	if (key === 'personId') repointTickets(data, key, source, destination);
	const company = key === 'personId' ? persons.seeds.get(destination)?.contactId : undefined;
	for (const rows of [projectMembers, stakeholders]) {
		for (const row of [...rows.seeds.values()]) {
			if (row[key] !== source) continue;
			rows.set({ ...row, contactId: company ?? row.contactId, [key]: destination });
		}
	}
}
