import { FIELDS } from '../customFields/fields';
import { COMPANY_INTERESTS } from '../lists/recordItems';
import { personsOf } from '../persons/ofCompany';
import { selectedIn } from '../records/choices';
import { NEVER, type Kind } from '../records/kind';
import * as references from '../records/references';
import type { Carrier } from '../tenant/carriers';
import { SESSION_USER, type Data } from '../tenant/data';
import { contactCarrier } from './contactCarrier';

const CATEGORY = { Id: 1 };
const BUSINESS = { Id: 1 };
const COUNTRY = { CountryId: 578 };
const OWNER = { AssociateId: SESSION_USER };

/** Category, business and owner of a company, whose persons have them too. */
export function sharedValues(data: Data, id: number): Carrier {
	const written = data.written.Contact.get(id);
	const category = data.contacts.seeds.get(id)?.category ?? 0;
	return {
		Category: { Id: category },
		Business: written ? written.Business : BUSINESS,
		Associate: written ? written.Associate : OWNER,
	};
}

/** Companies: properties and shapes are those of the official client's fixture and the OpenAPI file. */
export const CONTACT: Kind = {
	name: 'Contact',
	id: 'ContactId',
	list: 'contacts',
	fields: FIELDS.Contact,
	references: {
		Associate: references.associate,
		Business: references.business,
		Category: references.category,
		Country: references.inCountry,
		SupportAssociate: references.associate,
		TicketPriority: references.ticketPriority(references.NO_ITEM),
		CustomerLanguage: references.customerLanguage(references.NO_ITEM),
		SupportPerson: references.person,
	},
	choices: { Interests: { list: 'contint', items: COMPANY_INTERESTS } },
	elements: { Emails: 'text', Urls: 'text', Phones: 'phone', Faxes: 'phone' },
	lengths: {
		...{ Name: 219, Department: 219, OrgNr: 49, Number1: 49, Number2: 49 },
		...{ Kananame: 219, DbiKey: 255, Description: 2047 },
	},
	mandatory: ['Name', 'Number2', 'Category', 'Business'],
	setByServer: [
		...['CreatedBy', 'CreatedDate', 'UpdatedBy', 'UpdatedDate', 'ActiveInterests', 'Persons'],
		...['ActiveErpLinks', 'ActiveStatusMonitorId', 'BounceEmails', 'Deleted', 'UtmParameters'],
		...['TableRight', 'FieldProperties', '_Links'],
	],
	addresses: {
		Street: { type: 'ContactStreetAddress', prefix: 'Street' },
		Postal: { type: 'ContactPostalAddress', prefix: 'Postal' },
	},
	has: ({ contacts }, id) => contacts.seeds.has(id),
	next: ({ contacts }) => contacts.next,
	cleared: () => ({
		...{ Name: '', Department: '', OrgNr: '', Number1: '', Number2: '', Description: '' },
		...{ Emails: [], Urls: [], Phones: [], Faxes: [], Persons: [], BounceEmails: [], Domains: [] },
		...{ NoMailing: false, Xstop: false, Kananame: '', DbiKey: '', Deleted: 0, GroupId: 0 },
		...{ ActiveInterests: 0, ActiveStatusMonitorId: 0, ActiveErpLinks: 0, DbiAgentId: 0 },
		...{ Source: 0, DbiLastSyncronized: NEVER, DbiLastModified: NEVER, UtmParameters: null },
	}),
	defaults: (data) => ({
		Category: CATEGORY,
		Business: BUSINESS,
		Country: COUNTRY,
		Associate: OWNER,
		GroupId: data.associates.seeds.get(SESSION_USER)?.group ?? 0,
		// The fixture has a number that SuperOffice gave; how tenants count is their setting.
		Number2: String(10_000 + data.contacts.next),
	}),
	ofSeed: ({ contacts }, id, isWritten) => {
		const seed = contacts.seeds.get(id);
		if (!seed) return {};
		return {
			...(!isWritten && { ...{ Number1: `C${id}`, Country: COUNTRY, Associate: OWNER } }),
			...(!isWritten && { Business: BUSINESS }),
			Name: seed.name,
			Department: seed.department,
			Category: { Id: seed.category },
			Xstop: seed.stop,
			Deleted: seed.deleted ? 1 : 0,
		};
	},
	toSeed: (data, entity) =>
		data.contacts.set({
			id: Number(entity.ContactId),
			name: String(entity.Name),
			department: String(entity.Department),
			category: references.idOf(entity.Category, references.category),
			stop: entity.Xstop === true,
			deleted: entity.Deleted === 1,
			more: contactCarrier(entity),
		}),
	computed: (data, entity) => ({
		ActiveInterests: selectedIn(entity.Interests).size,
		Persons: personsOf(data, Number(entity.ContactId))
			.filter(({ deletedDate }) => deletedDate === undefined)
			.map(({ id }) => data.persons.get(id) ?? null),
	}),
	check: () => undefined,
};
