import type { ContactSeed, PersonSeed } from './carriers';

const COUNT = 20_000;

/** No company has this number: tests ask for it to be refused. */
const MISSING = 999;

const NAMED = new Map<number, string>(
	[
		'Fjord Shipping AS',
		"L'Oreal & Søn",
		'Nordlys Energi AS',
		'東京商事',
		"O'Neil & Sons",
		'100% Fjord "AS"',
		'Back\\slash Ltd',
		'Ærlig Østfold Åsgård',
		'株式会社テスト',
		"a' or contactId gt 0 or name begins '",
		'Percent %41 + plus',
		'Semi;colon, comma AS',
		'Trailing backslash \\',
		'<b>Bold</b>',
	].map((name, index) => [index + 1, name]),
);

/** Four companies of the same name, which only their departments tell apart. */
const DEPARTMENTS = new Map([
	[15, 'Oslo'],
	[16, 'Bergen'],
	[17, 'Tromsø'],
	[18, ''],
]);

/** A number with leading zeros, as names have it. */
export const padded = (id: number, digits: number) => String(id).padStart(digits, '0');

function company(id: number): ContactSeed {
	const department = DEPARTMENTS.get(id);
	const name =
		department === undefined ? (NAMED.get(id) ?? `Company ${padded(id, 5)} AS`) : 'Nordlys Handel';
	return {
		id,
		name,
		department: department ?? '',
		category: id <= 4 ? 1 : (id % 3) + 1,
		stop: id % 97 === 0,
		deleted: id % 200 === 0,
	};
}

/** 20,000 companies, a hundred of them deleted. */
export function companies(): ContactSeed[] {
	return Array.from({ length: COUNT + 1 }, (_one, index) => index + 1)
		.filter((id) => id !== MISSING)
		.map(company);
}

function people(contactId: number): PersonSeed[] {
	const id = contactId * 10;
	const number = padded(contactId, 5);
	const named = contactId <= 4;
	const buyer = named ? ['Purchasing', 'Manager'] : ['Buyer', number];
	const engineer = named ? ['Technical', 'Contact'] : ['Engineer', number];
	return [buyer, engineer].map(([firstName, lastName], index) => ({
		id: id + index,
		firstName,
		lastName,
		contactId,
		email: named ? '' : `${firstName.toLowerCase()}${number}@example.com`,
		retired: index === 1 && contactId % 50 === 0,
	}));
}

/** Two persons of each company, some of whom have left it. */
export function persons(): PersonSeed[] {
	return companies().flatMap(({ id }) => people(id));
}
