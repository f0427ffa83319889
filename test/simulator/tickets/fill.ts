import { HOUR, storedInstant } from '../engine/dates';
import { TICKET_CATEGORIES, TICKET_STATUSES } from '../lists/ticketItems';
import type { Data } from '../tenant/data';

const TITLES = ['Printer', 'Invoice', 'Password', 'Delivery', 'Ink', 'Offer', 'Complaint'];
const NEVER = '0001-01-01T00:00:00';
const FIRST_DAY = Date.UTC(2020, 0, 1);

/** Hours, in which no request of these is changed after its time. */
const SPAN = 6 * 365 * 24;

/** The statuses that people give. */
const USUAL = TICKET_STATUSES.filter(({ base }) => ['Active', 'Closed'].includes(base));

/** Adds requests of the years 2020 to 2025: each number always gets the same values. */
export function fillTickets({ tickets, contacts, associates }: Data, count: number): void {
	const companies = [...contacts.after()].filter(({ deleted }) => !deleted).map(({ id }) => id);
	const owners = [...associates.seeds.values()]
		.filter(({ type, deleted }) => type === undefined && !deleted)
		.map(({ id }) => id);
	const first = tickets.next;
	for (let id = first; id < first + count; id++) {
		const status = USUAL[id % USUAL.length];
		const time = FIRST_DAY + ((id * 7919) % SPAN) * HOUR;
		const lastChanged = storedInstant(time + 5 * HOUR);
		tickets.set({
			...{ id, title: `${TITLES[id % TITLES.length]} ${String(id).padStart(6, '0')}` },
			...{ createdAt: storedInstant(time), lastChanged, repliedAt: NEVER, activate: NEVER },
			...{ closedAt: status.base === 'Closed' ? lastChanged : NEVER, deadline: NEVER },
			categoryId: TICKET_CATEGORIES[id % TICKET_CATEGORIES.length].id,
			...{ statusId: status.id, priorityId: (id % 3) + 1, typeId: (id % 2) + 1 },
			ownerId: id % 4 === 0 ? 0 : owners[id % owners.length],
			...{ creatorId: 1, author: 'Sales Manager' },
			// The buyer of each company.
			personId: companies[(id * 31) % companies.length] * 10,
			...{ saleId: id % 300, projectId: id % 200, secondary: [], tags: [(id % 3) + 1] },
			...{ slevel: 'External', origin: 'Email', readStatus: 'Green', connectId: 0 },
		});
	}
}
