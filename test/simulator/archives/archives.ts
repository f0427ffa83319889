import type { AssociateSeed } from '../tenant/carriers';
import { selections } from '../tenant/work';
import { column, type Archive } from './columns';

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
