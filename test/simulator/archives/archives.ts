import {
	fullName,
	nameDepartment,
	type AssociateSeed,
	type ContactSeed,
	type PersonSeed,
	type ProjectSeed,
	type SaleSeed,
} from '../tenant/carriers';
import { translate } from '../engine/languages';
import { CATEGORIES, nameOf } from '../lists/items';
import { documents, selections } from '../tenant/work';
import { column, type Archive, type Context } from './columns';

/** Instants of days without a time: noon in UTC is of the same day in most zones. */
const noon = (day: string) => `${day}T12:00:00Z`;

export const simpleContact: Archive<ContactSeed> = {
	name: 'SimpleContact',
	entities: ['contact'],
	entity: () => 'contact',
	key: ({ id }) => id,
	rows: ({ contacts }) => contacts.seeds.values(),
	// Deleted companies are not meant to be seen: that only a filter brings them back is a guess.
	hides: { column: 'contactDeleted', isHidden: ({ deleted }) => deleted },
	columns: {
		contactId: column('int', ({ id }) => id),
		name: column('stringorPK', ({ name }) => name),
		department: column('string', ({ department }) => department),
		nameDepartment: column('string', nameDepartment),
		category: column(
			'listAny',
			({ category }) => category,
			({ category }, { locale }) => translate(nameOf(CATEGORIES, category), locale),
		),
		stop: column('bool', ({ stop }) => stop),
		contactDeleted: column('bool', ({ deleted }) => deleted),
	},
};

const companyOf = ({ contactId }: { contactId: number }, { data }: Context) =>
	data.contacts.seeds.get(contactId);

const companyName = (row: { contactId: number }, context: Context) =>
	companyOf(row, context)?.name ?? '';

export const person: Archive<PersonSeed> = {
	name: 'Person',
	entities: ['person', 'retiredPerson'],
	entity: ({ retired }) => (retired ? 'retiredPerson' : 'person'),
	key: ({ id }) => id,
	rows: ({ persons }) => persons.seeds.values(),
	columns: {
		personId: column('int', ({ id }) => id),
		fullName: column('string', fullName),
		firstName: column('string', ({ firstName }) => firstName),
		lastName: column('string', ({ lastName }) => lastName),
		contactId: column('int', ({ contactId }) => contactId),
		retired: column('bool', ({ retired }) => retired),
		'email/emailAddress': column('string', ({ email }) => email),
		'personContact/name': column('stringorPK', companyName),
		'personContact/department': column(
			'string',
			(row, context) => companyOf(row, context)?.department ?? '',
		),
		'personContact/contactId': column('int', ({ contactId }) => contactId),
	},
};

export const findProject: Archive<ProjectSeed> = {
	name: 'FindProject',
	entities: ['project'],
	entity: () => 'project',
	key: ({ id }) => id,
	rows: ({ projects }) => projects.seeds.values(),
	columns: {
		projectId: column('int', ({ id }) => id),
		name: column('stringorPK', ({ name }) => name),
		number: column('string', ({ id }) => `P${id}`),
		completed: column('bool', ({ completed }) => completed),
	},
};

export const findSale: Archive<SaleSeed> = {
	name: 'FindSale',
	entities: ['sale'],
	entity: () => 'sale',
	key: ({ id }) => id,
	rows: ({ sales }) => sales.seeds.values(),
	columns: {
		saleId: column('int', ({ id }) => id),
		heading: column('stringorPK', ({ title }) => title),
		saleNumber: column('string', ({ id }) => `S${id}`),
		'contact/name': column('stringorPK', companyName),
		contactId: column('listAny', ({ contactId }) => contactId),
		date: column('date', ({ date }) => noon(date)),
		completed: column('bool', ({ completed }) => completed),
	},
};

type Document = ReturnType<typeof documents>[number];

export const findDocument: Archive<Document> = {
	name: 'FindDocument',
	entities: ['document'],
	entity: () => 'document',
	key: ({ id }) => id,
	rows: documents,
	columns: {
		documentId: column('int', ({ id }) => id),
		subject: column('string', ({ subject }) => subject),
		name: column('string', ({ fileName }) => fileName),
		text: column('positiveString', ({ subject }) => subject),
		date: column('date', ({ date }) => noon(date)),
	},
};

type Selection = ReturnType<typeof selections>[number];

export const findSelection: Archive<Selection> = {
	name: 'FindSelection',
	entities: ['selection'],
	entity: () => 'selection',
	key: ({ id }) => id,
	rows: selections,
	columns: {
		selectionId: column('int', ({ id }) => id),
		name: column('stringorPK', ({ name }) => name),
	},
};

export const internalUsers: Archive<AssociateSeed> = {
	name: 'InternalUsers',
	entities: ['all'],
	// Which entity a row of a user has is documented nowhere: a guess.
	entity: () => 'all',
	key: ({ id }) => id,
	unordered: ['personId'],
	rows: ({ associates }) =>
		[...associates.seeds.values()].filter(({ type }) => type !== 'ResourceAssociate'),
	columns: {
		associateDbId: column('associate', ({ id }) => id),
		fullName: column('string', ({ fullName: name }) => name),
		personId: column('int', ({ personId }) => personId),
		isActive: column('bool', ({ deleted }) => deleted !== true),
	},
};
