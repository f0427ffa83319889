import { customFieldsFilter } from '../../crud/list/customFieldFilters';
import {
	atLeast,
	atMost,
	containsTerm,
	createdSince,
	filterTerm,
	idFilter,
	idTerm,
	isTerm,
	savedSince,
} from '../../crud/list/filterTerms';
import { boolean } from '../../shared/fields/boolean';
import { decimal } from '../../shared/fields/decimal';
import { enumeration } from '../../shared/fields/enumeration';
import { identifier } from '../../shared/fields/reference';
import { text } from '../../shared/fields/text';
import type { FilterRow } from '../entity';
import { saleArchive, STATUSES } from './sale.archive';

const OPEN = STATUSES.indexOf('Open');

/** The filters by parameter name, in the order of their use. */
export const saleFilters: Record<string, FilterRow> = {
	heading: {
		label: 'Heading Contains',
		kind: text,
		help: 'Text that the heading must contain; upper and lower case are the same',
		condition: containsTerm('heading'),
	},
	contact: {
		label: 'Company',
		kind: identifier({ method: 'contact' }),
		help: 'The company that buys',
		condition: idFilter('contactId'),
	},
	person: {
		label: 'Contact Person',
		kind: identifier({ method: 'person', within: 'contact' }),
		help: 'The contact person of the sale; a name is searched within the company, if one is given',
		condition: idFilter('personId'),
	},
	project: {
		label: 'Project',
		kind: identifier({ method: 'project' }),
		help: 'The project that the sale belongs to',
		condition: idFilter('projectId'),
	},
	owner: {
		label: 'Owner',
		kind: identifier({ method: 'associate' }),
		help: 'The user who is responsible for the sale',
		condition: idTerm((id) => `associateId associateIsOneOf (${id})`),
	},
	openOnly: {
		label: 'Open Only',
		kind: boolean,
		help: 'Whether to return open sales only: those that are not sold, lost or stalled',
		condition: (value) => (value === true ? { filter: `saleStatus oneOf (${OPEN})` } : {}),
	},
	status: {
		label: 'Status',
		kind: enumeration(['Open', 'Sold', 'Lost', 'Stalled']),
		help: 'Whether the sale is open or how it ended',
		condition: filterTerm((value) => `saleStatus oneOf (${STATUSES.indexOf(String(value))})`),
	},
	stage: {
		label: 'Stage',
		kind: identifier({ method: 'saleStage' }),
		help: 'How far the sale has come',
		condition: idFilter('stage'),
	},
	saleType: {
		label: 'Sale Type',
		kind: identifier({ method: 'saleType' }),
		help: 'Kind of sale',
		condition: idFilter('saleType'),
	},
	amountFrom: {
		label: 'Amount From',
		kind: decimal,
		help: "The lowest amount, in each sale's own currency",
		condition: atLeast('amount'),
	},
	amountTo: {
		label: 'Amount To',
		kind: decimal,
		help: "The highest amount, in each sale's own currency",
		condition: atMost('amount'),
	},
	currency: {
		label: 'Currency',
		kind: identifier({ method: 'currency' }),
		help: 'Currency of the amount',
		condition: idFilter('currency'),
	},
	number: {
		label: 'Number',
		kind: text,
		help: 'The whole number of the sale',
		condition: isTerm('saleNumber'),
	},
	createdSince: createdSince('registeredDate'),
	updatedSince: savedSince('updatedDate', 'registeredDate'),
	customFields: customFieldsFilter('Sale', saleArchive),
};
