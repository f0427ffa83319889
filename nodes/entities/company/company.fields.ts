import { address } from '../../shared/fields/address';
import { boolean } from '../../shared/fields/boolean';
import {
	emailAddresses,
	groupedPhoneNumbers,
	groupedWebAddresses,
	phoneNumbers,
} from '../../shared/fields/contactPoints';
import { jsonList } from '../../shared/fields/jsonObject';
import { integer } from '../../shared/fields/number';
import { reference } from '../../shared/fields/reference';
import { selectableList } from '../../shared/fields/selectableList';
import { SYSTEM_GROUP, type FieldTable } from '../../shared/fields/table';
import { longText, text } from '../../shared/fields/text';
import { domains } from '../../shared/fields/textList';
import { rawCustomFields } from '../common';
import { ofContacts } from '../ofContacts';

const associate = reference('AssociateId', 'FullName', { method: 'associate' });

const more = 'additionalFields';

/**
 * One row per property of SuperOffice's ContactEntity, in the order of the form (SuperOffice's OpenAPI
 * file of Contact).
 */
export const companyFields = {
	name: {
		label: 'Name',
		kind: text,
		help: 'Name of the company',
		placeholder: 'e.g. Fjord Shipping AS',
	},
	department: { label: 'Department', kind: text, help: 'Tells companies of the same name apart' },
	category: {
		label: 'Category',
		kind: reference('Id', 'Value', { method: 'category' }),
		help: "One of the tenant's categories, such as Customer",
	},
	business: {
		label: 'Business',
		kind: reference('Id', 'Value', { method: 'business' }),
		help: "The line of business, from the tenant's list",
	},
	country: {
		label: 'Country',
		kind: reference('CountryId', 'Name', { method: 'country' }),
		help: 'Decides how phone numbers and addresses are written',
	},
	associate: {
		label: 'Owner',
		kind: associate,
		help: "The user who looks after the company, SuperOffice's Our Contact",
	},
	emails: {
		label: 'Emails',
		kind: emailAddresses,
		help: 'Email addresses, the main one first',
	},
	phones: {
		label: 'Phones',
		kind: phoneNumbers,
		help: 'Phone numbers, the main one first',
	},
	orgNr: { group: more, label: 'Organization Number', kind: text, help: 'VAT number or the like' },
	number2: {
		group: more,
		label: 'Number',
		kind: text,
		help: 'Number of the company, such as a customer number',
	},
	number1: { group: more, label: 'Code', kind: text, help: 'Short code of the company' },
	urls: {
		group: more,
		label: 'Web Addresses',
		kind: groupedWebAddresses,
		help: 'Web addresses, the main one first',
	},
	domains: {
		group: more,
		label: 'Domains',
		kind: domains,
		help: 'Web domains, such as example.com',
	},
	address: {
		group: more,
		label: 'Address',
		kind: address('street', 'postal'),
		help: 'Street and postal address',
	},
	description: {
		group: more,
		label: 'Description',
		kind: longText,
		help: 'Note on the company card',
	},
	faxes: {
		group: more,
		label: 'Faxes',
		kind: groupedPhoneNumbers,
		help: 'Fax numbers, the main one first',
	},
	interests: {
		group: more,
		label: 'Interests',
		kind: selectableList('companyInterest'),
		help: 'All interests of the company; those that are not chosen are turned off',
	},
	noMailing: {
		group: more,
		label: 'No Mailing',
		kind: boolean,
		help: 'Whether the company gets no mailings',
	},
	xstop: {
		group: more,
		label: 'Stop',
		kind: boolean,
		help: 'Whether the company is marked with Stop',
	},
	supportAssociate: {
		group: more,
		label: 'Service Contact',
		kind: associate,
		help: "The user who handles the company's requests",
	},
	supportPerson: {
		group: more,
		label: 'Support Person',
		kind: reference('PersonId', 'FullName', { method: 'person' }),
		help: "The company's own contact person for support",
	},
	ticketPriority: {
		group: more,
		label: 'Request Priority',
		kind: reference('Id', 'Value', { method: 'ticketPriority' }),
		help: 'Priority of new requests of the company',
	},
	customerLanguage: {
		group: more,
		label: 'Customer Language',
		kind: reference('Id', 'Value', { method: 'customerLanguage' }),
		help: 'Language in which Service writes to the company',
	},
	kananame: { group: more, label: 'Kana Name', kind: text, help: 'Used in Japanese versions only' },
	source: {
		group: more,
		label: 'Source',
		kind: integer,
		help: 'How the company was found, by number',
	},
	...rawCustomFields,
	contactId: {
		group: SYSTEM_GROUP,
		label: 'Company ID',
		kind: integer,
		help: 'ID of the company; 0 for a new one',
	},
	groupId: {
		group: SYSTEM_GROUP,
		label: 'Group ID',
		kind: integer,
		help: 'ID of the user group of the first owner',
	},
	deleted: {
		group: SYSTEM_GROUP,
		label: 'Deleted',
		kind: integer,
		help: 'Whether it is in the recycle bin; 0 if not',
	},
	persons: {
		group: SYSTEM_GROUP,
		label: 'Persons',
		kind: jsonList,
		help: 'The contact persons of the company; create them as contact persons instead',
	},
	...ofContacts,
} satisfies FieldTable;

/** The parameter of a ContactEntity property. */
export type CompanyParameter = keyof typeof companyFields;
