import type { AssociateSeed } from '../tenant/carriers';
import { documents, noon, selections } from '../tenant/work';
import type { ProjectSeed, SaleSeed } from '../tenant/workCarriers';
import { column, type Archive, type Context } from './columns';

const companyOf = ({ contactId }: { contactId: number }, { data }: Context) =>
	data.contacts.seeds.get(contactId);

const companyName = (row: { contactId: number }, context: Context) =>
	companyOf(row, context)?.name ?? '';

export const findProject: Archive<ProjectSeed> = {
	name: 'FindProject',
	entities: ['project'],
	entity: () => 'project',
	key: ({ id }) => id,
	rows: ({ projects }) => projects.seeds.values(),
	columns: {
		projectId: column('int', ({ id }) => id),
		name: column('stringorPK', ({ name }) => name),
		number: column('string', ({ number }) => number),
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
		saleNumber: column('string', ({ number }) => number),
		'contact/name': column('stringorPK', companyName),
		contactId: column('listAny', ({ contactId }) => contactId),
		date: column('date', ({ date }) => date),
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
