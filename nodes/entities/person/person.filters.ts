import { customFieldsFilter } from '../../crud/list/customFieldFilters';
import {
	containsTerm,
	createdSince,
	entriesTerm,
	filterTerm,
	idFilter,
	idTerm,
	isTerm,
	savedSince,
} from '../../crud/list/filterTerms';
import { enumeration } from '../../shared/fields/enumeration';
import { identifier } from '../../shared/fields/reference';
import { selectableList } from '../../shared/fields/selectableList';
import { text } from '../../shared/fields/text';
import type { FilterRow } from '../entity';
import { byContactPoint } from '../ofContacts';
import { personArchive } from './person.archive';

/** The filters by parameter name, in the order of their use. */
export const personFilters: Record<string, FilterRow> = {
	name: {
		label: 'Name Contains',
		kind: text,
		help: 'Text that the full name must contain; upper and lower case are the same',
		condition: containsTerm('fullName'),
	},
	contact: {
		label: 'Company',
		kind: identifier({ method: 'contact' }),
		help: 'The company that the person belongs to',
		condition: idTerm((id) => `contactId eq ${id}`),
	},
	...byContactPoint,
	position: {
		label: 'Position',
		kind: identifier({ method: 'position' }),
		help: "The kind of position, from the tenant's list",
		condition: idFilter('position'),
	},
	category: {
		label: 'Category of Company',
		kind: identifier({ method: 'category' }),
		help: 'The category of the company that the person belongs to',
		condition: idFilter('personContact/category'),
	},
	business: {
		label: 'Business of Company',
		kind: identifier({ method: 'business' }),
		help: 'The line of business of the company that the person belongs to',
		condition: idFilter('personContact/business'),
	},
	country: {
		label: 'Country',
		kind: identifier({ method: 'country' }),
		help: 'The country of the person',
		condition: idFilter('personCountry'),
	},
	owner: {
		label: 'Owner',
		kind: identifier({ method: 'associate' }),
		help: 'The user who looks after the person, for persons without a company',
		condition: filterTerm((id) => `personAssociateId associateIsOneOf (${String(id)})`),
	},
	number: {
		label: 'Number',
		kind: text,
		help: 'The whole number of the person',
		condition: isTerm('personNumber'),
	},
	interests: {
		label: 'Interests',
		kind: selectableList('personInterest'),
		help: 'Return contact persons with any of these interests',
		condition: entriesTerm('personInterestIds'),
	},
	retired: {
		label: 'Former Employees',
		kind: enumeration(['include', 'only'], { include: 'Include', only: 'Only These' }),
		help: 'Whether to return contact persons who have left their company; without this filter they are left out',
		condition: (value) => (value === 'only' ? { filter: 'retired set true' } : {}),
		absent: { columns: ['retired'], matches: ({ retired }) => retired !== true },
	},
	createdSince: createdSince('personRegisteredDate'),
	updatedSince: savedSince('personUpdatedDate', 'personRegisteredDate'),
	customFields: customFieldsFilter('Person', personArchive),
};
