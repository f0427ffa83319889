import { HOUR, storedInstant } from '../engine/dates';
import { SALE_TYPES, STAGES } from '../lists/saleItems';
import type { Data } from '../tenant/data';
import { SALE_STATES } from '../tenant/workCarriers';

const GOODS = ['Licenses', 'Support', 'Training', 'Upgrade', 'Delivery', 'Consulting', 'Rental'];
const FIRST_DAY = Date.UTC(2020, 0, 1);
const DAYS = 11 * 365;

/** The greatest amount. */
const MOST = 1_000_000;

/**
 * Adds sales of the years 2020 to 2030: each number always gets the same heading, amount, company,
 * person and date.
 */
export function fillSales({ sales, contacts, associates }: Data, count: number): void {
	const companies = [...contacts.after()].filter(({ deleted }) => !deleted).map(({ id }) => id);
	const owners = [...associates.seeds.values()]
		.filter(({ type, deleted }) => type === undefined && !deleted)
		.map(({ id }) => id);
	const first = sales.next;
	for (let id = first; id < first + count; id++) {
		const contactId = companies[(id * 31) % companies.length];
		const stage = STAGES[id % 5];
		const amount = (id * 7919) % MOST;
		const status = SALE_STATES[(id % 4) + 1];
		const isClosed = status === 'Sold' || status === 'Lost';
		sales.set({
			id,
			title: `${GOODS[id % GOODS.length]} ${String(id).padStart(6, '0')}`,
			number: `S${id}`,
			contactId,
			// The buyer of each company.
			personId: contactId * 10,
			projectId: id % 300,
			associateId: owners[id % owners.length],
			date: storedInstant(FIRST_DAY + ((id * 7919) % DAYS) * 24 * HOUR + 11 * HOUR),
			typeId: SALE_TYPES[id % 3].id,
			stageId: stage.id,
			probability: stage.probability,
			status,
			completed: isClosed && id % 3 === 0,
			amount,
			currencyId: (id % 3) + 1,
			earning: amount / 4,
			earningPercent: 25,
			...(isClosed && { closed: { stageId: stage.id, days: id % 100 } }),
		});
	}
}
