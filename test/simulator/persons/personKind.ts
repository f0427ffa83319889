import { sharedValues } from '../contacts/contactKind';
import { FIELDS } from '../customFields/fields';
import {
	LEAD_STATUSES,
	PERSON_INTEREST_HEADINGS,
	PERSON_INTERESTS,
	SHIPMENT_TYPES,
} from '../lists/recordItems';
import { nameOf } from '../lists/items';
import { selectedIn } from '../records/choices';
import { element, valuesOf } from '../records/elements';
import { NEVER, type Kind } from '../records/kind';
import * as references from '../records/references';
import { fullName, type Carrier, type PersonSeed } from '../tenant/carriers';
import type { Data } from '../tenant/data';
import { acceptConsents } from './consents';
import { personCarrier } from './personCarrier';
import { associateOf, checkPerson, SHARED, sharedRights } from './personRules';

const PHONES = ['PrivatePhones', 'Faxes', 'MobilePhones', 'OfficePhones', 'OtherPhones'];
const TEXTS = ['Emails', 'Urls', 'ChatEmails', 'InternetPhones'];

const all = (names: string[], value: string | number): Carrier =>
	Object.fromEntries(names.map((name) => [name, value]));

const NAMES = [
	...['Firstname', 'MiddleName', 'Lastname', 'Post1', 'Post2', 'Post3', 'Kanalname', 'Kanafname'],
];

function seedOf(data: Data, entity: Carrier): PersonSeed {
	const id = Number(entity.PersonId);
	return {
		id,
		firstName: String(entity.Firstname),
		middleName: String(entity.MiddleName),
		lastName: String(entity.Lastname),
		contactId: references.idOf(entity.Contact, references.company),
		email: valuesOf(entity.Emails)[0] ?? '',
		retired: entity.Retired === true,
		deletedDate: data.persons.seeds.get(id)?.deletedDate,
		more: personCarrier(entity),
	};
}

function computed(data: Data, entity: Carrier): Carrier {
	const company = references.idOf(entity.Contact, references.company);
	const full = fullName(seedOf(data, entity));
	const own = associateOf(data, Number(entity.PersonId));
	const shared = { ...entity, ...(company !== 0 && sharedValues(data, company)) };
	return {
		...(company !== 0 && references.refreshed(data, SHARED, shared)),
		FullName: full,
		FormalName: [entity.Mrmrs, full].filter((part) => part !== '').join(' '),
		IsAssociate: own !== undefined,
		CorrespondingAssociate: own ?? null,
		ActiveInterests: selectedIn(entity.Interests).size,
		Leadstatus: nameOf(LEAD_STATUSES, Number(entity.LeadstatusId)),
		FieldProperties: { ...(entity.FieldProperties as Carrier), ...sharedRights(entity) },
	};
}

/** Persons: properties and shapes are those of the official client's fixture and the OpenAPI file. */
export const PERSON: Kind = {
	name: 'Person',
	id: 'PersonId',
	list: 'persons',
	fields: FIELDS.Person,
	references: {
		...SHARED,
		Contact: references.company,
		Country: references.inCountry,
		Position: references.position,
		SupportAssociate: references.associate,
		TicketPriority: references.ticketPriority(null),
		CustomerLanguage: references.customerLanguage(null),
	},
	choices: {
		Interests: {
			list: 'persint',
			items: PERSON_INTERESTS,
			headings: PERSON_INTEREST_HEADINGS,
		},
		ShipmentTypes: { list: null, items: SHIPMENT_TYPES },
	},
	elements: {
		...Object.fromEntries(PHONES.map((name) => [name, 'phone'] as const)),
		...Object.fromEntries(TEXTS.map((name) => [name, 'text'] as const)),
	},
	lengths: {
		...Object.fromEntries(NAMES.map((name) => [name, 99])),
		...{ Mrmrs: 239, Title: 239, Salutation: 239, PersonNumber: 49, DbiKey: 255 },
		Description: 4000,
	},
	mandatory: ['Firstname', 'PersonNumber', 'Contact'],
	setByServer: [
		...['CreatedBy', 'CreatedDate', 'UpdatedBy', 'UpdatedDate', 'FullName', 'FormalName'],
		...['IsAssociate', 'CorrespondingAssociate', 'UserInfo', 'ActiveInterests', 'ActiveErpLinks'],
		...['ActiveStatusMonitorId', 'BounceEmails', 'CreatedByFormId', 'UtmParameters', 'Leadstatus'],
		...['TableRight', 'FieldProperties', '_Links'],
	],
	addresses: { Street: { type: 'PersonPrivateAddress', prefix: '' } },
	accept: { Consents: acceptConsents },
	has: ({ persons }, id) => persons.seeds.has(id),
	next: ({ persons }) => persons.next,
	cleared: () => ({
		...all(NAMES, ''),
		...all(['Mrmrs', 'Title', 'Description', 'PersonNumber', 'Salutation', 'DbiKey'], ''),
		...all(['FullName', 'FormalName', 'Leadstatus'], ''),
		...all(['ActiveInterests', 'ActiveErpLinks', 'ActiveStatusMonitorId', 'DbiAgentId'], 0),
		...all(['SentInfo', 'ShowContactTickets', 'Source', 'CreatedByFormId', 'LeadstatusId'], 0),
		...all(['BirthDate', 'DbiLastModified', 'DbiLastSyncronized'], NEVER),
		...Object.fromEntries([...PHONES, ...TEXTS].map((name) => [name, []])),
		...{ IsAssociate: false, NoMailing: false, UsePersonAddress: false, Retired: false },
		...{ CorrespondingAssociate: null, UserInfo: null, UtmParameters: null },
		// A tenant's preferences may give new persons a consent: this one's do not.
		...{ Consents: [], BounceEmails: [] },
	}),
	defaults: ({ persons }) => ({
		Country: { CountryId: 578 },
		// The fixture has a number that SuperOffice gave; how tenants count is their setting.
		PersonNumber: String(10_000 + persons.next),
	}),
	ofSeed: ({ persons }, id, isWritten) => {
		const seed = persons.seeds.get(id);
		if (!seed) return {};
		return {
			...(!isWritten && seed.email !== '' && { Emails: [element('text', seed.email)] }),
			...(!isWritten && { Country: { CountryId: 578 } }),
			Firstname: seed.firstName,
			MiddleName: seed.middleName ?? '',
			Lastname: seed.lastName,
			Contact: { ContactId: seed.contactId },
			Retired: seed.retired,
		};
	},
	toSeed: (data, entity) => data.persons.set(seedOf(data, entity)),
	computed,
	check: checkPerson,
};
