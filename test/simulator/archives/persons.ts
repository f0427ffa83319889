import { sharedValues } from '../contacts/contactKind';
import { FIELDS } from '../customFields/fields';
import { translate } from '../engine/languages';
import { bodyValue } from '../engine/values';
import { COUNTRIES } from '../lists/countries';
import { nameOf } from '../lists/items';
import { POSITIONS } from '../lists/recordItems';
import { NEVER } from '../records/kind';
import { fullName, nameDepartment, type PersonSeed } from '../tenant/carriers';
import { column, type Archive, type Context } from './columns';
import { simpleContact } from './contacts';
import { customFieldColumns } from './customFieldColumns';
import { EntityColumns } from './ofEntities';

const from = new EntityColumns<PersonSeed>('Person', 'persons');

const companyOf = ({ contactId }: PersonSeed, { data }: Context) =>
	data.contacts.seeds.get(contactId);

const position = from.of('listAny', 'Position/Id', { list: 'perspos' });
const country = from.ofCarrier('listAny', 'CountryId', { list: 'country' });

/** The number of the associate who owns a person, by the company where there is one. */
function ownerId(row: PersonSeed, context: Context): number {
	const { contactId } = row;
	const own = from.written(row, context)?.Associate;
	const owner = contactId === 0 ? own : sharedValues(context.data, contactId).Associate;
	return Number(bodyValue(owner, 'AssociateId') ?? 0);
}

const ownerName = (property: 'Name' | 'FullName') => (row: PersonSeed, context: Context) =>
	String(context.data.associates.get(ownerId(row, context))?.[property] ?? '');

const owner = { ...column('associate', ownerId), list: 'associate' };

/** A column of the company that a person belongs to. */
function ofCompany(name: string) {
	const { raw } = simpleContact.columns[name];
	return column<PersonSeed>('listAny', (row, context) => {
		const company = companyOf(row, context);
		return company ? raw(company, context) : 0;
	});
}

/** Year, month or day of a birthday; 0 without one. */
const born = (at: 0 | 1 | 2) => {
	const { raw } = from.of('string', 'BirthDate');
	return column<PersonSeed>('int', (row, context) => {
		const date = String(raw(row, context));
		return date === '' || date === NEVER ? 0 : Number(date.slice(0, 10).split('-')[at]);
	});
};

const PHONES = ['OfficePhones', 'MobilePhones', 'PrivatePhones', 'OtherPhones'];

/** The archive behind GET /Person: what its reference says, as far as the tenant's records have it. */
export const person: Archive<PersonSeed> = {
	name: 'Person',
	entities: ['person', 'retiredPerson'],
	entity: ({ retired }) => (retired ? 'retiredPerson' : 'person'),
	key: ({ id }) => id,
	rows: ({ persons }) => persons.after(),
	index: { column: 'personId', after: ({ persons }, key) => persons.after(key) },
	// As deleted companies are: a guess.
	hides: { column: 'personDeletedDate', isHidden: ({ deletedDate }) => deletedDate !== undefined },
	unordered: [
		...['phone/formattedNumber', 'personDirectPhone/formattedNumber', 'personInterestIds'],
		...['personMobilePhone/formattedNumber', 'personPrivate/formattedNumber', 'birthdate'],
		...['personDirectFax/formattedNumber', 'personPager/formattedNumber', 'personDeletedDate'],
	],
	columns: {
		personId: column('int', ({ id }) => id),
		fullName: column('string', fullName),
		firstName: column('string', ({ firstName }) => firstName),
		middleName: column('string', ({ middleName = '' }) => middleName),
		lastName: column('string', ({ lastName }) => lastName),
		contactId: column('int', ({ contactId }) => contactId),
		retired: column('bool', ({ retired }) => retired),
		mrMrs: from.of('string', 'Mrmrs'),
		title: from.of('string', 'Title'),
		personNumber: from.of('string', 'PersonNumber'),
		position: {
			...position,
			show: (row, context) =>
				translate(nameOf(POSITIONS, Number(position.raw(row, context))), context.locale),
		},
		personCountry: {
			...country,
			show: (row, context) =>
				translate(nameOf(COUNTRIES, Number(country.raw(row, context))), context.locale),
		},
		personCountryId: from.ofCarrier('int', 'CountryId'),
		personNoMail: from.of('bool', 'NoMailing', { otherwise: false }),
		useAsMailingAddress: from.of('bool', 'UsePersonAddress', { otherwise: false }),
		birthdate: from.of('none', 'BirthDate', { otherwise: NEVER }),
		birthYear: born(0),
		birthMonth: born(1),
		birthDay: born(2),
		personDeletedDate: column('datetime', ({ deletedDate = NEVER }) => deletedDate),
		hasCompany: column('bool', ({ contactId }) => contactId !== 0),
		...from.stamps((name) => `person${name.charAt(0).toUpperCase()}${name.slice(1)}`),
		personAssociateId: { ...owner, show: ownerName('Name') },
		'personAssociate/associateDbId': owner,
		'personAssociate/fullName': column('string', ownerName('FullName')),
		'email/emailAddress': from.ofList(['Emails'], ({ email }) => email),
		'phone/formattedNumber': from.ofList(PHONES),
		'personDirectPhone/formattedNumber': from.ofList(['OfficePhones']),
		'personMobilePhone/formattedNumber': from.ofList(['MobilePhones']),
		'personPrivate/formattedNumber': from.ofList(['PrivatePhones']),
		'personPager/formattedNumber': from.ofList(['OtherPhones']),
		'personDirectFax/formattedNumber': from.ofList(['Faxes']),
		'personUrl/URLAddress': from.ofList(['Urls']),
		...from.address('personAddress', 'Street'),
		'personContact/name': column(
			'stringorPK',
			(row, context) => companyOf(row, context)?.name ?? '',
		),
		'personContact/department': column(
			'string',
			(row, context) => companyOf(row, context)?.department ?? '',
		),
		'personContact/nameDepartment': column('string', (row, context) => {
			const company = companyOf(row, context);
			return company ? nameDepartment(company) : '';
		}),
		'personContact/contactId': column('int', ({ contactId }) => contactId),
		'personContact/category': ofCompany('category'),
		'personContact/business': ofCompany('business'),
		personInterestIds: from.ofChoices('Interests', 'persint'),
		...customFieldColumns<PersonSeed>(
			FIELDS.Person,
			{ udef: 'personUdef', extra: 'personExtra' },
			(row, context) => from.written(row, context)?.CustomFields,
		),
	},
};
