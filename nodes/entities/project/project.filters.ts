import { customFieldsFilter } from '../../crud/list/customFieldFilters';
import {
	containsTerm,
	createdSince,
	idFilter,
	idTerm,
	isTerm,
	savedSince,
} from '../../crud/list/filterTerms';
import { boolean } from '../../shared/fields/boolean';
import { identifier } from '../../shared/fields/reference';
import { text } from '../../shared/fields/text';
import type { FilterRow } from '../entity';
import { projectArchive } from './project.archive';

/** The filters by parameter name, in the order of their use. */
export const projectFilters: Record<string, FilterRow> = {
	name: {
		label: 'Name Contains',
		kind: text,
		help: 'Text that the name must contain; upper and lower case are the same',
		condition: containsTerm('name'),
	},
	projectType: {
		label: 'Type',
		kind: identifier({ method: 'projectType' }),
		help: "Kind of project, from the tenant's list",
		condition: idFilter('type'),
	},
	projectStatus: {
		label: 'Status',
		kind: identifier({ method: 'projectStatus' }),
		help: 'How far the project has come',
		condition: idFilter('status'),
	},
	owner: {
		label: 'Owner',
		kind: identifier({ method: 'associate' }),
		help: 'The user who is responsible for the project',
		condition: idTerm((id) => `associateId associateIsOneOf (${id})`),
	},
	person: {
		label: 'Member',
		kind: identifier({ method: 'person' }),
		help: 'A contact person who is a member of the project',
		condition: idTerm((id) => `projectMember/personId eq ${id}`),
	},
	openOnly: {
		label: 'Open Only',
		kind: boolean,
		help: 'Whether to return only projects that are not completed',
		condition: (value) => (value === true ? { filter: 'completed set false' } : {}),
	},
	number: {
		label: 'Number',
		kind: text,
		help: 'The whole number of the project',
		condition: isTerm('number'),
	},
	createdSince: createdSince('registeredDate'),
	updatedSince: savedSince('updatedDate', 'registeredDate'),
	customFields: customFieldsFilter('Project', projectArchive),
};
