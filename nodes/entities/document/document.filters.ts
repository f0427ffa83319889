import { customFieldsFilter } from '../../crud/list/customFieldFilters';
import {
	containsTerm,
	createdSince,
	filterTerm,
	idFilter,
	idTerm,
	savedSince,
} from '../../crud/list/filterTerms';
import { boolean } from '../../shared/fields/boolean';
import { identifier } from '../../shared/fields/reference';
import { text } from '../../shared/fields/text';
import type { FilterRow } from '../entity';
import { documentArchive } from './document.archive';

/** The filters by parameter name, in the order of their use. */
export const documentFilters: Record<string, FilterRow> = {
	header: {
		label: 'Title Contains',
		kind: text,
		help: 'Text that the title must contain; upper and lower case are the same',
		condition: containsTerm('subject'),
	},
	name: {
		label: 'File Name Contains',
		kind: text,
		help: 'Text that the file name must contain, such as .pdf',
		condition: containsTerm('name'),
	},
	contact: {
		label: 'Company',
		kind: identifier({ method: 'contact' }),
		help: 'The company that the document belongs to',
		condition: idFilter('contactId'),
	},
	person: {
		label: 'Contact Person',
		kind: identifier({ method: 'person', within: 'contact' }),
		help: 'The contact person of the document; a name is searched within the company, if one is given',
		condition: idFilter('personId'),
	},
	sale: {
		label: 'Sale',
		kind: identifier({ method: 'sale' }),
		help: 'The sale that the document belongs to',
		condition: idTerm((id) => `saleId eq ${id}`),
	},
	project: {
		label: 'Project',
		kind: identifier({ method: 'project' }),
		help: 'The project that the document belongs to',
		condition: idFilter('projectId'),
	},
	owner: {
		label: 'Owner',
		kind: identifier({ method: 'associate' }),
		help: 'The user whom the document belongs to',
		condition: idTerm((id) => `associateId associateIsOneOf (${id})`),
	},
	documentTemplate: {
		label: 'Document Template',
		kind: identifier({ method: 'documentTemplate' }),
		help: 'What kind of document it is',
		condition: idFilter('type'),
	},
	text: {
		label: 'Text Contains',
		kind: text,
		help: 'Text that the description must contain; upper and lower case are the same',
		condition: containsTerm('text'),
	},
	completed: {
		label: 'Completed',
		kind: boolean,
		help: 'Whether to return completed ones; turn off for those that are not completed',
		condition: filterTerm((value) => `completed set ${value === true}`),
	},
	createdSince: createdSince('registeredDate'),
	updatedSince: savedSince('updatedDate', 'registeredDate'),
	customFields: customFieldsFilter('Document', documentArchive),
};
