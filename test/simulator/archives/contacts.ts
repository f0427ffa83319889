import { FIELDS } from '../customFields/fields';
import { translate } from '../engine/languages';
import { COUNTRIES } from '../lists/countries';
import { CATEGORIES, nameOf, type ListItem } from '../lists/items';
import { BUSINESSES } from '../lists/recordItems';
import { nameDepartment, type ContactSeed } from '../tenant/carriers';
import { SESSION_USER } from '../tenant/data';
import { column, type Archive, type Context } from './columns';
import { customFieldColumns } from './customFieldColumns';
import { EntityColumns } from './ofEntities';

const from = new EntityColumns<ContactSeed>('Contact', 'contacts');

const business = from.of('listAny', 'Business/Id', { otherwise: 1, list: 'business' });
const country = from.ofCarrier('listAny', 'CountryId', { list: 'country' });
const associate = from.of('associate', 'Associate/AssociateId', {
	otherwise: SESSION_USER,
	list: 'associate',
});

/** The text of an entry in the language of a request. */
const textOf =
	(items: ListItem[], raw: (row: ContactSeed, context: Context) => unknown) =>
	(row: ContactSeed, context: Context) =>
		translate(nameOf(items, Number(raw(row, context))), context.locale);

/** The archive behind GET /Contact: what its reference says, as far as the tenant's records have it. */
export const simpleContact: Archive<ContactSeed> = {
	name: 'SimpleContact',
	entities: ['contact'],
	entity: () => 'contact',
	key: ({ id }) => id,
	rows: ({ contacts }) => contacts.after(),
	index: { column: 'contactId', after: ({ contacts }, key) => contacts.after(key) },
	// Deleted companies are not meant to be seen: that only a filter brings them back is a guess.
	hides: { column: 'contactDeleted', isHidden: ({ deleted }) => deleted },
	unordered: ['phone/formattedNumber', 'contactPhone/formattedNumber', 'contactInterestIds'],
	columns: {
		contactId: column('int', ({ id }) => id),
		name: column('stringorPK', ({ name }) => name),
		department: column('string', ({ department }) => department),
		nameDepartment: column('string', nameDepartment),
		category: {
			...column<ContactSeed>('listAny', ({ category }) => category),
			show: textOf(CATEGORIES, ({ category }) => category),
			list: 'category',
		},
		business: { ...business, show: textOf(BUSINESSES, business.raw) },
		country: { ...country, show: textOf(COUNTRIES, country.raw) },
		countryId: from.ofCarrier('int', 'CountryId'),
		number: from.ofCarrier('string', 'Number2'),
		code: from.ofCarrier('string', 'Number1'),
		orgnr: from.ofCarrier('string', 'OrgNr'),
		stop: column('bool', ({ stop }) => stop),
		contactNoMail: from.of('bool', 'NoMailing', { otherwise: false }),
		contactDeleted: column('bool', ({ deleted }) => deleted),
		...from.stamps((name) => name),
		associateId: { ...associate, show: ownerName('Name') },
		'contactAssociate/associateDbId': associate,
		'contactAssociate/fullName': from.ofCarrier('string', 'AssociateFullName'),
		'email/emailAddress': from.ofList(['Emails']),
		'phone/formattedNumber': from.ofList(['Phones', 'Faxes']),
		'contactPhone/formattedNumber': from.ofList(['Phones']),
		'url/URLAddress': from.ofList(['Urls']),
		...from.address('streetAddress', 'Street'),
		...from.address('postAddress', 'Postal'),
		contactInterestIds: from.ofChoices('Interests', 'contint'),
		...customFieldColumns<ContactSeed>(
			FIELDS.Contact,
			{ udef: 'contactUdef', extra: 'contactExtra' },
			(row, context) => from.written(row, context)?.CustomFields,
		),
	},
};

function ownerName(property: 'Name' | 'FullName') {
	return (row: ContactSeed, context: Context) =>
		String(context.data.associates.get(Number(associate.raw(row, context)))?.[property] ?? '');
}
