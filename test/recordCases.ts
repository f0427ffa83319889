import type { CompanyParameter } from '../nodes/entities/company/company.fields';
import type { PersonParameter } from '../nodes/entities/person/person.fields';
import { byId, byName } from './support';

/** What a person enters for a property, what an item has for it, and what has to stand in SuperOffice's JSON. */
export interface RecordCase {
	enter: unknown;
	/** Of an item; what is entered by default. */
	item?: unknown;
	wire: unknown;
}

export const flat = (value: unknown): RecordCase => ({ enter: value, wire: value });
export const entry = (wire: object, id: number): RecordCase => ({
	enter: byId(id),
	item: id,
	wire,
});
export const time: RecordCase = { enter: '2026-07-01T10:00:00', wire: '2026-07-01T08:00:00Z' };
export const object = (wire: object): RecordCase => ({
	enter: JSON.stringify(wire),
	item: JSON.stringify(wire),
	wire,
});

const twoRows = (one: string, other: string) => [
	{ value: one },
	{ value: other, description: 'Office' },
];

/** Two contact points, the second one with what it is for, in a group of the form. */
export const grouped = (one: string, other: string): RecordCase => ({
	...points(one, other),
	enter: twoRows(one, other),
});

/** The same of a list that stands by itself. */
const points = (one: string, other: string): RecordCase => ({
	enter: { entry: twoRows(one, other) },
	item: [one, { value: other, description: 'Office' }],
	wire: [{ Value: one }, { Value: other, Description: 'Office' }],
});

const street = { address1: 'Kaigaten 1', zipcode: '0150', city: 'Oslo' };
const STREET = { Address1: 'Kaigaten 1', Zipcode: '0150', City: 'Oslo' };

export const dictionaries = {
	customFields: {
		enter: { entry: [{ key: 'SuperOffice:1', value: 'Blå' }] },
		item: { 'SuperOffice:1': 'Blå' },
		wire: { 'SuperOffice:1': 'Blå' },
	},
	extraFields: {
		enter: { entry: [{ key: 'x_none', value: '[I:5]' }] },
		item: { x_none: '[I:5]' },
		wire: { x_none: '[I:5]' },
	},
	userDefinedFields: {
		enter: { entry: [{ key: 'SuperOffice:1', value: 'Rød' }] },
		item: { 'SuperOffice:1': 'Rød' },
		wire: { 'SuperOffice:1': 'Rød' },
	},
};

/** What both kinds have, and SuperOffice sets itself. */
const system = {
	activeErpLinks: flat(1),
	activeInterests: flat(2),
	activeStatusMonitorId: flat(3),
	bounceEmails: { enter: ['bounced@example.com'], wire: ['bounced@example.com'] },
	createdBy: entry({ AssociateId: 1 }, 1),
	createdDate: time,
	dbiAgentId: flat(4),
	dbiKey: flat('K-1'),
	dbiLastModified: time,
	dbiLastSyncronized: time,
	updatedBy: entry({ AssociateId: 2 }, 2),
	updatedDate: time,
	utmParameters: object({ Source: 'fair' }),
};

const shared = {
	...dictionaries,
	...system,
	category: entry({ Id: 2 }, 2),
	business: { enter: byName('Retail'), item: 'Retail', wire: { Id: 2 } },
	country: { enter: byName('Norway'), item: 'Norway', wire: { CountryId: 578 } },
	associate: entry({ AssociateId: 4 }, 4),
	description: flat('One\nTwo'),
	emails: points('sales@example.com', 'Office@Example.com'),
	faxes: grouped('+47 22 33 44 55', '22 33 44 56'),
	urls: grouped('https://example.com/å', 'example.org'),
	noMailing: flat(true),
	supportAssociate: entry({ AssociateId: 3 }, 3),
	ticketPriority: entry({ Id: 3 }, 3),
	customerLanguage: { enter: byName('english'), item: 'english', wire: { Id: 2 } },
	source: flat(2),
};

export const companyCases: Record<CompanyParameter, RecordCase> = {
	...shared,
	name: flat('Kai & Sønner «AS» 東京'),
	department: flat('Vest'),
	orgNr: flat('NO 987 654 321'),
	number2: flat('00042'),
	number1: flat('KAI'),
	phones: points('+47 22 33 44 57', '22 33 44 58'),
	domains: { enter: ['example.com', 'example.org'], wire: ['example.com', 'example.org'] },
	address: {
		enter: { street, postal: { address1: 'Postboks 7', state: 'Viken' } },
		item: { street, postal: { address1: 'Postboks 7', state: 'Viken' } },
		wire: { Street: STREET, Postal: { Address1: 'Postboks 7', State: 'Viken' } },
	},
	interests: {
		enter: [1, 3],
		item: 'Reference, Large Customer',
		wire: [
			{ Id: 1, Selected: true },
			{ Id: 3, Selected: true },
		],
	},
	xstop: flat(true),
	supportPerson: entry({ PersonId: 10 }, 10),
	kananame: flat('カイ'),
	contactId: flat(0),
	groupId: flat(2),
	deleted: flat(0),
	persons: object([{ PersonId: 10 }]),
};

export const personCases: Record<PersonParameter, RecordCase> = {
	...shared,
	firstname: flat('Purchasing'),
	lastname: flat('Mânager'),
	contact: {
		enter: byName('Fjord Shipping AS'),
		item: 'Fjord Shipping AS',
		wire: { ContactId: 1 },
	},
	position: { enter: byName('Sales'), item: 'Sales', wire: { Id: 2 } },
	mobilePhones: points('+47 922 33 444', '933 44 555'),
	middleName: flat('van'),
	title: flat('Head of Purchasing'),
	mrmrs: { enter: { __rl: true, mode: 'list', value: 'Ms.' }, item: 'Ms.', wire: 'Ms.' },
	salutation: { enter: { __rl: true, mode: 'text', value: 'Dr.' }, item: 'Dr.', wire: 'Dr.' },
	officePhones: grouped('22 00 00 01', '22 00 00 02'),
	privatePhones: grouped('22 00 00 03', '22 00 00 04'),
	otherPhones: grouped('22 00 00 05', '22 00 00 06'),
	chatEmails: grouped('chat@example.com', 'talk'),
	internetPhones: grouped('sip:one@example.com', 'two'),
	address: { enter: { street }, item: { street }, wire: { Street: STREET } },
	usePersonAddress: flat(true),
	birthDate: { enter: '1980-05-17T00:00:00', item: '1980-05-17', wire: '1980-05-17T00:00:00Z' },
	personNumber: flat('M-7'),
	interests: {
		enter: [3],
		item: 'Seminars',
		wire: [{ Id: 3, Selected: true }],
	},
	shipmentTypes: {
		enter: [1, 2],
		item: [1, 'News'],
		wire: [
			{ Id: 1, Selected: true },
			{ Id: 2, Selected: true },
		],
	},
	consents: {
		enter: [
			{
				consentPurposeKey: 'STORE',
				legalBaseKey: '61A',
				consentSourceKey: 'WEBFORM',
				comment: 'By phone',
			},
		],
		item: [
			{
				consentPurposeKey: 'STORE',
				legalBaseKey: '61A',
				consentSourceKey: 'WEBFORM',
				comment: 'By phone',
			},
		],
		wire: [
			{
				ConsentPurposeKey: 'STORE',
				LegalBaseKey: '61A',
				ConsentSourceKey: 'WEBFORM',
				Comment: 'By phone',
			},
		],
	},
	retired: flat(true),
	leadstatusId: { enter: byName('Contacting'), item: 'Contacting', wire: 2 },
	showContactTickets: flat(1),
	kanafname: flat('カイ'),
	kanalname: flat('カオ'),
	post1: flat('1'),
	post2: flat('2'),
	post3: flat('3'),
	personId: flat(0),
	correspondingAssociate: entry({ AssociateId: 1 }, 1),
	createdByFormId: flat(5),
	formalName: flat('Ms. Mânager'),
	fullName: flat('Purchasing Mânager'),
	isAssociate: flat(false),
	leadstatus: flat('Contacting'),
	sentInfo: flat(1),
	userInfo: object({ UserName: 'none' }),
};
