import { customFieldsFilter } from '../../crud/list/customFieldFilters';
import {
	containsTerm,
	createdSince,
	entriesTerm,
	filterTerm,
	idFilter,
	isTerm,
	savedSince,
} from '../../crud/list/filterTerms';
import { boolean } from '../../shared/fields/boolean';
import { identifier } from '../../shared/fields/reference';
import { selectableList } from '../../shared/fields/selectableList';
import { text } from '../../shared/fields/text';
import type { FilterRow } from '../entity';
import { byContactPoint } from '../ofContacts';
import { companyArchive } from './company.archive';

/** The filters by parameter name, in the order of their use. */
export const companyFilters: Record<string, FilterRow> = {
	name: {
		label: 'Name Contains',
		kind: text,
		help: 'Text that the name or department must contain; upper and lower case are the same',
		condition: containsTerm('nameDepartment'),
	},
	category: {
		label: 'Category',
		kind: identifier({ method: 'category' }),
		help: "One of the tenant's categories",
		condition: idFilter('category'),
	},
	business: {
		label: 'Business',
		kind: identifier({ method: 'business' }),
		help: 'The line of business',
		condition: idFilter('business'),
	},
	country: {
		label: 'Country',
		kind: identifier({ method: 'country' }),
		help: 'The country of the company',
		condition: idFilter('country'),
	},
	owner: {
		label: 'Owner',
		kind: identifier({ method: 'associate' }),
		help: "The user who looks after the company, SuperOffice's Our Contact",
		condition: filterTerm((id) => `associateId associateIsOneOf (${String(id)})`),
	},
	...byContactPoint,
	number: {
		label: 'Number',
		kind: text,
		help: 'The whole number of the company',
		condition: isTerm('number'),
	},
	orgNr: {
		label: 'Organization Number',
		kind: text,
		help: 'The whole VAT number or the like',
		condition: isTerm('orgnr'),
	},
	interests: {
		label: 'Interests',
		kind: selectableList('companyInterest'),
		help: 'Return companies with any of these interests',
		condition: entriesTerm('contactInterestIds'),
	},
	stop: {
		label: 'Stop',
		kind: boolean,
		help: 'Whether to return companies marked with Stop; turn off for those that are not',
		condition: filterTerm((value) => `stop set ${value === true}`),
	},
	createdSince: createdSince('registeredDate'),
	updatedSince: savedSince('updatedDate', 'registeredDate'),
	customFields: customFieldsFilter('Contact', companyArchive),
};
