import type { DocumentSeed, ProjectSeed, SaleSeed, SelectionSeed } from './carriers';
import { padded } from './companies';

const numbers = (count: number) => Array.from({ length: count }, (_one, index) => index + 1);

/** 300 projects, every fifth of them completed. */
export function projects(): ProjectSeed[] {
	const named = ['Spring Fair', 'Move to New Offices'];
	return numbers(300).map((id) => ({
		id,
		name: named[id - 1] ?? `Project ${padded(id, 3)}`,
		completed: id % 5 === 0,
	}));
}

/** 400 sales, every fourth of them completed. */
export function sales(): SaleSeed[] {
	const named = [
		{ title: 'Service Agreement', contactId: 1 },
		{ title: 'Ten Licenses', contactId: 3 },
	];
	return numbers(400).map((id) => ({
		id,
		...(named[id - 1] ?? { title: `Sale ${padded(id, 4)}`, contactId: id }),
		date: id <= 2 ? '2026-12-01' : `2026-${padded((id % 12) + 1, 2)}-${padded((id % 28) + 1, 2)}`,
		completed: id % 4 === 0,
	}));
}

/** A few documents. */
export function documents(): DocumentSeed[] {
	const subjects = ['Offer', 'Contract', 'Minutes of the Meeting', 'Invitation', 'Price List'];
	return subjects.map((subject, index) => ({
		id: index + 1,
		subject,
		fileName: `document${index + 1}.docx`,
		date: `2026-0${index + 1}-15`,
	}));
}

/** A few selections. */
export function selections(): SelectionSeed[] {
	const names = ['Newsletter', 'Key Accounts', 'Guests of the Spring Fair'];
	return names.map((name, index) => ({ id: index + 1, name }));
}
