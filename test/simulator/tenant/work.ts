import { STAGES } from '../lists/saleItems';
import type { SelectionSeed } from './carriers';
import { padded } from './companies';
import type { MemberSeed, ProjectSeed, SaleSeed, SaleState } from './workCarriers';

const NEVER = '0001-01-01T00:00:00';

/** When all rows of members came to be. */
const JOINED = '2026-01-05T09:30:00Z';

const numbers = (count: number) => Array.from({ length: count }, (_one, index) => index + 1);

/** Instants of days without a time: noon in UTC is of the same day in most zones. */
export const noon = (day: string) => `${day}T12:00:00Z`;

/** 300 projects, every fifth of them completed. */
export function projects(): ProjectSeed[] {
	const named = ['Spring Fair', 'Move to New Offices'];
	return numbers(300).map((id) => ({
		id,
		name: named[id - 1] ?? `Project ${padded(id, 3)}`,
		number: `P${id}`,
		typeId: id <= 2 ? 1 : (id % 3) + 1,
		statusId: id % 5 === 0 ? 3 : 1,
		associateId: 1,
		endDate: id <= 2 ? NEVER : noon(`2027-${padded((id % 12) + 1, 2)}-01`),
		completed: id % 5 === 0,
	}));
}

/** Every fourth sale is completed, sold or lost; of the others some are stalled. */
function stateOf(id: number): SaleState {
	if (id % 4 === 0) return id % 8 === 0 ? 'Lost' : 'Sold';
	return id % 50 === 49 ? 'Stalled' : 'Open';
}

/** 400 sales: the named two have the same amount, the others a thousand times their number. */
export function sales(): SaleSeed[] {
	const named = [
		{ title: 'Service Agreement', contactId: 1 },
		{ title: 'Ten Licenses', contactId: 3 },
	];
	return numbers(400).map((id) => {
		const { id: stageId, probability } = STAGES[id <= 2 ? 2 : id % 5];
		const amount = id <= 2 ? 120_000 : id * 1000;
		const day = `2026-${padded((id % 12) + 1, 2)}-${padded((id % 28) + 1, 2)}`;
		const status = stateOf(id);
		return {
			id,
			...(named[id - 1] ?? { title: `Sale ${padded(id, 4)}`, contactId: id }),
			number: `S${id}`,
			...{ personId: 0, projectId: 0, associateId: 1 },
			date: noon(id <= 2 ? '2026-12-01' : day),
			typeId: id <= 2 ? 1 : (id % 3) + 1,
			stageId,
			probability,
			status,
			completed: id % 4 === 0,
			amount,
			currencyId: id % 5 === 0 ? 2 : 1,
			earning: amount / 4,
			earningPercent: 25,
			...(id % 4 === 0 && { closed: { stageId, days: id } }),
		};
	});
}

const row = (id: number, contactId: number, personId: number, roleId: number): MemberSeed => ({
	...{ id, parentId: 1, contactId, personId, roleId, comment: '', rank: id },
	...{ registered: JOINED, updated: NEVER },
});

/** The members of the first project: two persons and a company. */
export function projectMembers(): MemberSeed[] {
	return [row(1, 2, 20, 2), row(2, 3, 30, 3), row(3, 4, 0, 4)];
}

/** The stakeholders of the first sale: a person and a company. */
export function stakeholders(): MemberSeed[] {
	return [row(1, 4, 40, 1), row(2, 5, 0, 3)];
}

/** A few selections. */
export function selections(): SelectionSeed[] {
	const names = ['Newsletter', 'Key Accounts', 'Guests of the Spring Fair'];
	return names.map((name, index) => ({ id: index + 1, name }));
}
