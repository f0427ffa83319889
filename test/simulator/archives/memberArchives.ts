import { PROJECT_MEMBER, SALE_STAKEHOLDER } from '../members/rowKinds';
import type { RowKind } from '../members/rowKind';
import type { MemberSeed } from '../tenant/workCarriers';
import type { Archive } from './columns';
import {
	entityOf,
	memberColumns,
	stakeholderColumns,
	UNORDERED,
	withContactAndPerson,
} from './members';
import { nested } from './nested';
import { projectColumns } from './projects';
import { EVERY_ROW, everyRow } from './shown';

/** What both archives have alike. That rows have the numbers of the links as keys is a guess. */
const archiveOf = ({ list }: RowKind, index: string) => ({
	key: ({ id }: MemberSeed) => id,
	rows: (data: Parameters<Archive<MemberSeed>['rows']>[0]) => data[list].after(),
	index: {
		column: index,
		after: (data: Parameters<Archive<MemberSeed>['rows']>[0], key: number) => data[list].after(key),
	},
	unordered: [...UNORDERED, ...EVERY_ROW],
});

/** The archive behind GET /ProjectMember and GET /Project/{id}/Members. */
export const projectMember: Archive<MemberSeed> = {
	...archiveOf(PROJECT_MEMBER, 'projectMemberId'),
	name: 'ProjectMember',
	entities: ['projectMember', 'retired', 'stop'],
	entity: entityOf('projectMember'),
	columns: {
		...memberColumns,
		...withContactAndPerson<MemberSeed>(),
		...nested('project', projectColumns, ({ parentId }: MemberSeed, { data }) => {
			const found = data.projects.seeds.get(parentId);
			return found ? [found] : [];
		}),
		...everyRow(),
	},
};

/** The archive behind GET /SaleStakeholder and GET /Sale/{id}/Stakeholders. */
export const saleStakeholder: Archive<MemberSeed> = {
	...archiveOf(SALE_STAKEHOLDER, 'saleStakeholderId'),
	name: 'SaleStakeholder',
	entities: ['salestakeholder', 'retired', 'stop'],
	entity: entityOf('salestakeholder'),
	columns: { ...stakeholderColumns, ...withContactAndPerson<MemberSeed>(), ...everyRow() },
};
