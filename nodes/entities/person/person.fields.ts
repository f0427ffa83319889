import { address } from '../../shared/fields/address';
import { birthDate } from '../../shared/fields/birthDate';
import { boolean } from '../../shared/fields/boolean';
import {
	emailAddresses,
	groupedPhoneNumbers,
	groupedWebAddresses,
	phoneNumbers,
} from '../../shared/fields/contactPoints';
import { jsonObject } from '../../shared/fields/jsonObject';
import { integer } from '../../shared/fields/number';
import { identifier, reference, suggestedText } from '../../shared/fields/reference';
import { selectableList } from '../../shared/fields/selectableList';
import { SYSTEM_GROUP, type FieldTable } from '../../shared/fields/table';
import { longText, text } from '../../shared/fields/text';
import { consents } from './person.consents';
import { rawCustomFields } from '../common';
import { ofContacts } from '../ofContacts';

const associate = reference('AssociateId', 'FullName', { method: 'associate' });

const more = 'additionalFields';

/**
 * One row per property of SuperOffice's PersonEntity, in the order of the form (SuperOffice's OpenAPI
 * file of Person).
 */
export const personFields = {
	firstname: { label: 'First Name', kind: text, help: 'First name' },
	lastname: { label: 'Last Name', kind: text, help: 'Last name' },
	contact: {
		label: 'Company',
		kind: reference('ContactId', 'Name', { method: 'contact' }),
		help: 'The company that the person belongs to',
	},
	position: {
		label: 'Position',
		kind: reference('Id', 'Value', { method: 'position' }),
		help: "The kind of position, from the tenant's list",
	},
	emails: { label: 'Emails', kind: emailAddresses, help: 'Email addresses, the main one first' },
	mobilePhones: {
		label: 'Mobile Phones',
		kind: phoneNumbers,
		help: 'Mobile numbers, the main one first',
	},
	middleName: {
		group: more,
		label: 'Middle Name',
		kind: text,
		help: 'Middle name, or a word such as van',
	},
	title: { group: more, label: 'Title', kind: text, help: 'Job title, as free text' },
	mrmrs: {
		group: more,
		label: 'Mr/Ms',
		kind: suggestedText('mrmrs', 'e.g. Ms'),
		help: 'Form of address, from the list or as free text',
	},
	salutation: {
		group: more,
		label: 'Academic Title',
		kind: suggestedText('salutation', 'e.g. Dr.'),
		help: 'Academic title, from the list or as free text',
	},
	officePhones: {
		group: more,
		label: 'Office Phones',
		kind: groupedPhoneNumbers,
		help: 'Direct numbers at work, the main one first',
	},
	privatePhones: {
		group: more,
		label: 'Private Phones',
		kind: groupedPhoneNumbers,
		help: 'Private numbers, the main one first',
	},
	otherPhones: {
		group: more,
		label: 'Other Phones',
		kind: groupedPhoneNumbers,
		help: 'Other numbers, the main one first',
	},
	faxes: {
		group: more,
		label: 'Faxes',
		kind: groupedPhoneNumbers,
		help: 'Fax numbers, the main one first',
	},
	urls: {
		group: more,
		label: 'Web Addresses',
		kind: groupedWebAddresses,
		help: 'Web addresses, the main one first',
	},
	chatEmails: {
		group: more,
		label: 'Chat Addresses',
		kind: groupedWebAddresses,
		help: 'Chat addresses, the main one first',
	},
	internetPhones: {
		group: more,
		label: 'Internet Phones',
		kind: groupedWebAddresses,
		help: 'Internet phone addresses, the main one first',
	},
	address: {
		group: more,
		label: 'Address',
		kind: address('street'),
		help: "The person's own street address",
	},
	usePersonAddress: {
		group: more,
		label: 'Use Own Address',
		kind: boolean,
		help: "Whether mail goes to the person's own address instead of the company's",
	},
	country: {
		group: more,
		label: 'Country',
		kind: reference('CountryId', 'Name', { method: 'country' }),
		help: 'Decides how phone numbers and addresses are written',
	},
	birthDate: {
		group: more,
		label: 'Birth Date',
		kind: birthDate,
		help: 'Day of birth; with the year 0002 for a day of an unknown year',
	},
	description: { group: more, label: 'Description', kind: longText, help: 'Note on the person' },
	personNumber: {
		group: more,
		label: 'Number',
		kind: text,
		help: 'Number of the person, such as a member number',
	},
	interests: {
		group: more,
		label: 'Interests',
		kind: selectableList('personInterest'),
		help: 'All interests of the person; those that are not chosen are turned off',
	},
	shipmentTypes: {
		group: more,
		label: 'Mailing Types',
		kind: selectableList('shipmentType'),
		help: 'All kinds of mailings that the person gets; those that are not chosen are turned off',
	},
	consents: {
		group: more,
		label: 'Consents',
		kind: consents,
		help: 'Consents to add or change; others stay as they are',
	},
	noMailing: {
		group: more,
		label: 'No Mailing',
		kind: boolean,
		help: 'Whether the person gets no mailings',
	},
	retired: {
		group: more,
		label: 'Former Employee',
		kind: boolean,
		help: 'Whether the person has left the company',
	},
	leadstatusId: {
		group: more,
		label: 'Lead Status',
		kind: identifier({ method: 'leadStatus' }),
		help: 'How far a lead has come; for categories of leads only',
	},
	category: {
		group: more,
		label: 'Category',
		kind: reference('Id', 'Value', { method: 'category' }),
		help: "For persons without a company; others have the company's",
	},
	business: {
		group: more,
		label: 'Business',
		kind: reference('Id', 'Value', { method: 'business' }),
		help: "For persons without a company; others have the company's",
	},
	associate: {
		group: more,
		label: 'Owner',
		kind: associate,
		help: "For persons without a company; others have the company's",
	},
	supportAssociate: {
		group: more,
		label: 'Service Contact',
		kind: associate,
		help: "The user who handles the person's requests",
	},
	ticketPriority: {
		group: more,
		label: 'Request Priority',
		kind: reference('Id', 'Value', { method: 'ticketPriority' }),
		help: 'Priority of new requests of the person',
	},
	customerLanguage: {
		group: more,
		label: 'Customer Language',
		kind: reference('Id', 'Value', { method: 'customerLanguage' }),
		help: 'Language in which Service writes to the person',
	},
	showContactTickets: {
		group: more,
		label: 'Show Company Requests',
		kind: integer,
		help: "1 if the person may see the company's requests in the customer center, else 0",
	},
	kanafname: {
		group: more,
		label: 'Kana First Name',
		kind: text,
		help: 'Used in Japanese versions only',
	},
	kanalname: {
		group: more,
		label: 'Kana Last Name',
		kind: text,
		help: 'Used in Japanese versions only',
	},
	post1: {
		group: more,
		label: 'Postal Line 1',
		kind: text,
		help: 'Used in Japanese versions only',
	},
	post2: {
		group: more,
		label: 'Postal Line 2',
		kind: text,
		help: 'Used in Japanese versions only',
	},
	post3: {
		group: more,
		label: 'Postal Line 3',
		kind: text,
		help: 'Used in Japanese versions only',
	},
	source: {
		group: more,
		label: 'Source',
		kind: integer,
		help: 'How the person was found, by number',
	},
	...rawCustomFields,
	personId: {
		group: SYSTEM_GROUP,
		label: 'Contact Person ID',
		kind: integer,
		help: 'ID of the person; 0 for a new one',
	},
	correspondingAssociate: {
		group: SYSTEM_GROUP,
		label: 'Corresponding User',
		kind: associate,
		help: 'The user that the person is',
	},
	createdByFormId: {
		group: SYSTEM_GROUP,
		label: 'Created by Form ID',
		kind: integer,
		help: 'ID of the form that created the person',
	},
	formalName: {
		group: SYSTEM_GROUP,
		label: 'Formal Name',
		kind: text,
		help: 'Full name with titles',
	},
	fullName: {
		group: SYSTEM_GROUP,
		label: 'Full Name',
		kind: text,
		help: "Full name in the order of the person's country",
	},
	isAssociate: {
		group: SYSTEM_GROUP,
		label: 'Is User',
		kind: boolean,
		help: 'Whether the person is a user of SuperOffice',
	},
	leadstatus: {
		group: SYSTEM_GROUP,
		label: 'Lead Status Name',
		kind: text,
		help: 'Name of the lead status',
	},
	sentInfo: {
		group: SYSTEM_GROUP,
		label: 'Sent Info',
		kind: integer,
		help: 'Whether a user name and password were sent',
	},
	userInfo: {
		group: SYSTEM_GROUP,
		label: 'User Info',
		kind: jsonObject,
		help: 'The user that the person is',
	},
	...ofContacts,
} satisfies FieldTable;

/** The parameter of a PersonEntity property. */
export type PersonParameter = keyof typeof personFields;
