import { customFieldsFilter } from '../../crud/list/customFieldFilters';
import {
	containsTerm,
	entriesTerm,
	idFilter,
	idTerm,
	timeSince,
} from '../../crud/list/filterTerms';
import { boolean } from '../../shared/fields/boolean';
import { enumeration } from '../../shared/fields/enumeration';
import { identifier } from '../../shared/fields/reference';
import { entryList } from '../../shared/fields/selectableList';
import { text } from '../../shared/fields/text';
import type { FilterRow } from '../entity';
import { baseStatus, requestArchive } from './request.archive';

const DELETED = baseStatus('Deleted');

/** SuperOffice's number of the user that stands for nobody (its table `ticket`). */
const UNASSIGNED = 1;

/** The filters by parameter name, in the order of their use. */
export const requestFilters: Record<string, FilterRow> = {
	title: {
		label: 'Title Contains',
		kind: text,
		help: 'Text that the title must contain; upper and lower case are the same',
		condition: containsTerm('title'),
	},
	openOnly: {
		label: 'Open Only',
		kind: boolean,
		help: 'Whether to return open requests only: those that are not closed, postponed, merged or deleted',
		condition: (value) =>
			value === true ? { filter: `status oneOf (${baseStatus('Active')})` } : {},
	},
	status: {
		label: 'Status',
		kind: identifier({ method: 'ticketStatus' }),
		help: "One of the tenant's statuses",
		condition: idTerm((id) => `ticketStatusId eq ${id}`),
	},
	category: {
		label: 'Category',
		kind: identifier({ method: 'ticketCategory' }),
		help: 'The category, without those below it; a name is the whole path',
		condition: idTerm((id) => `categoryId eq ${id}`),
	},
	owner: {
		label: 'Owner',
		kind: identifier({ method: 'requestHolder' }),
		help: 'The user who handles the request, or Unassigned',
		condition: (id) =>
			Number(id) === 0
				? { filter: `ownedBy/ejUserId eq ${UNASSIGNED}` }
				: { filter: `ownedBy/associateDbId associateIsOneOf (${String(id)})` },
	},
	priority: {
		label: 'Priority',
		kind: identifier({ method: 'ticketPriority' }),
		help: 'How urgent the request is',
		condition: idTerm((id) => `priorityId eq ${id}`),
	},
	person: {
		label: 'Contact Person',
		kind: identifier({ method: 'person', within: 'contact' }),
		help: 'The main contact person; a name is searched within the company, if one is given',
		condition: idTerm((id) => `personId eq ${id}`),
	},
	contact: {
		label: 'Company',
		kind: identifier({ method: 'contact' }),
		help: 'The company of the main contact person',
		condition: idTerm((id) => `contactId eq ${id}`),
	},
	sale: {
		label: 'Sale',
		kind: identifier({ method: 'sale' }),
		help: 'The sale that the request is about',
		condition: idTerm((id) => `saleId eq ${id}`),
	},
	project: {
		label: 'Project',
		kind: identifier({ method: 'project' }),
		help: 'The project that the request is about',
		condition: idTerm((id) => `projectId eq ${id}`),
	},
	ticketType: {
		label: 'Request Type',
		kind: identifier({ method: 'ticketType' }),
		help: 'The kind of request',
		condition: idFilter('ticketTypeName'),
	},
	tags: {
		label: 'Tags',
		kind: entryList('tag'),
		help: 'Return requests with any of these tags',
		condition: entriesTerm('tags', 'intArrayOneOf'),
	},
	deleted: {
		label: 'Deleted Requests',
		kind: enumeration(['include', 'only'], { include: 'Include', only: 'Only These' }),
		help: 'Whether to return deleted requests; without this filter they are left out',
		condition: (value) => (value === 'only' ? { filter: `status oneOf (${DELETED})` } : {}),
		absent: {
			filter: `status notOneOf (${DELETED})`,
			columns: ['status'],
			matches: ({ status }) => Number(status) !== DELETED && status !== 'Deleted',
		},
	},
	createdSince: timeSince('createdAt', 'Created Since', 'created'),
	updatedSince: timeSince('lastChanged', 'Created or Updated Since', 'saved'),
	customFields: customFieldsFilter('Ticket', requestArchive),
};
