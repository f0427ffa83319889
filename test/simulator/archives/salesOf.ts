import type { Data } from '../tenant/data';
import type { SaleSeed } from '../tenant/workCarriers';
import { column, type Archive } from './columns';
import { findSale, saleColumns } from './sales';
import { EVERY_ROW, everyRow } from './shown';

/** A sale of a company or person, or one that it is a stakeholder of. */
interface Listed extends SaleSeed {
	stakeholderId?: number;
}

/** Sales, and those of stakeholders as if they were theirs: that these are rows of their own is a guess. */
function* listed({ sales, stakeholders }: Data): Generator<Listed> {
	yield* sales.after();
	for (const { id, parentId, contactId, personId } of stakeholders.after()) {
		const sale = sales.seeds.get(parentId);
		if (sale) yield { ...sale, contactId, personId, stakeholderId: id };
	}
}

/** The archive behind the sales of companies and persons. */
export const saleFilteredWithStakeholder: Archive<Listed> = {
	...findSale,
	name: 'SaleFilteredWithStakeholder',
	entities: ['sale', 'includestakeholders'],
	entity: ({ stakeholderId }) => (stakeholderId === undefined ? 'sale' : 'includestakeholders'),
	rows: listed,
	index: undefined,
	columns: {
		...findSale.columns,
		isStakeholderSale: column<Listed>('bool', ({ stakeholderId }) => stakeholderId !== undefined),
		saleStakeholderId: column<Listed>('int', ({ stakeholderId = 0 }) => stakeholderId),
	},
};

/** The archive behind GET /Sale/{id}/History: sales as they were before each change. */
export const saleHistory: Archive<SaleSeed> = {
	name: 'SaleHistory',
	entities: ['sale'],
	entity: () => 'sale',
	key: ({ id }) => id,
	rows: ({ saleVersions }) => [...saleVersions.values()].flat(),
	unordered: ['who', 'stage', 'stageWhenClosed', ...EVERY_ROW],
	columns: {
		...saleColumns,
		stageWhenClosed: findSale.columns.originalStage,
		...everyRow(),
	},
};
