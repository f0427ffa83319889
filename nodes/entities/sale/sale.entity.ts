import { create } from '../../crud/create';
import { deleteOperation } from '../../crud/delete';
import { get } from '../../crud/get';
import { getCustomFields } from '../../crud/getCustomFields';
import { getDefaults } from '../../crud/getDefaults';
import { getLinks } from '../../crud/getLinks';
import { getMany } from '../../crud/getMany';
import { getRelated } from '../../crud/getRelated';
import { update } from '../../crud/update';
import { upsert } from '../../crud/upsert';
import { validate } from '../../crud/validate';
import type { EntityDefinition } from '../entity';
import type { MemberList } from '../members/memberList';
import { addMembers, getMembers, removeMembers } from '../members/operations';
import { activityLists } from '../related';
import { markLost, markSold, markStalled } from './operations/mark';
import { nextStage } from './operations/nextStage';
import { saleArchive, STATUSES } from './sale.archive';
import { saleFields } from './sale.fields';
import { saleFilters } from './sale.filters';

/** Persons and companies that take part in a sale (SuperOffice's SaleStakeholder). */
const stakeholders: MemberList = {
	words: ['stakeholder', 'stakeholders'],
	property: 'SaleStakeholders',
	id: 'SaleStakeholderId',
	role: { key: 'StakeholderRoleId', label: 'Role', method: 'stakeholderRole' },
	methods: {
		get: 'GetSaleStakeholders',
		add: 'AddSaleStakeholders',
		remove: 'DeleteSaleStakeholders',
	},
	added: (SaleId, SaleStakeholders) => ({ SaleId, SaleStakeholders }),
	removed: (_saleId, SaleStakeholderIds) => ({ SaleStakeholderIds }),
};

/** SuperOffice's sales. */
export const sale: EntityDefinition = {
	name: 'Sale',
	label: 'Sale',
	words: { a: 'a sale', one: 'sale', many: 'sales' },
	id: 'SaleId',
	table: 'sale',
	source: 'sale',
	archive: saleArchive,
	fields: saleFields,
	neverEmpty: ['heading'],
	filters: saleFilters,
	keys: { number: { label: 'Number', parameter: 'number', column: 'saleNumber' } },
	example: { Heading: 'My sale', Amount: 1250.5 },
	simplified: [
		...['saleId', 'heading', 'contact', 'person', 'amount', 'currency', 'rating', 'saledate'],
		...['status', 'associate'],
	],
	defaultOperation: 'create',
	ownOutput: {
		omitted: [],
		// Rows of Get Many have it in the language of the item.
		resend: (key, value, isNew) =>
			key === 'Status' && !isNew && !STATUSES.includes(String(value)) ? undefined : value,
		compared: () => [],
		isDerived: () => true,
	},
	operations: {
		addStakeholders: addMembers(stakeholders),
		create,
		delete: deleteOperation,
		get,
		getAll: getMany,
		getCustomFields,
		getDefaults,
		getLinks,
		getRelated: getRelated(activityLists),
		getStakeholders: getMembers(stakeholders),
		markLost,
		markSold,
		markStalled,
		nextStage,
		removeStakeholders: removeMembers(stakeholders),
		update,
		upsert,
		validate,
	},
};
