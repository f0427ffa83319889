import { links, visibleFor } from '../../shared/carriers';
import { anyDateTime } from '../../shared/fields/dateTime';
import { day } from '../../shared/fields/day';
import { decimal } from '../../shared/fields/decimal';
import { enumeration } from '../../shared/fields/enumeration';
import { jsonList, jsonObject } from '../../shared/fields/jsonObject';
import { integer, integerBetween } from '../../shared/fields/number';
import { reference } from '../../shared/fields/reference';
import { SYSTEM_GROUP, type FieldTable } from '../../shared/fields/table';
import { longText, text } from '../../shared/fields/text';
import { activeErpLinks, publishFields, rawCustomFields, stampFields } from '../common';

const more = 'additionalFields';

/** An entry of one of the tenant's lists. */
const entry = (method: string) => reference('Id', 'Value', { method });

/**
 * One row per property of SuperOffice's SaleEntity, in the order of the form (SuperOffice's OpenAPI
 * file of Sale).
 */
export const saleFields = {
	heading: {
		label: 'Heading',
		kind: text,
		help: 'Name of the sale',
		placeholder: 'e.g. Annual service agreement',
	},
	contact: {
		label: 'Company',
		kind: reference('ContactId', 'Name', { method: 'contact' }),
		help: 'The company that buys',
	},
	person: {
		label: 'Contact Person',
		kind: reference('PersonId', 'FullName', { method: 'person', within: 'Contact.ContactId' }),
		help: 'The contact person; must belong to the company',
	},
	amount: {
		label: 'Amount',
		kind: decimal,
		help: "Total amount, in the sale's currency",
	},
	currency: {
		label: 'Currency',
		kind: entry('currency'),
		help: 'Currency of the amount; it cannot change once the sale has a quote',
	},
	rating: {
		label: 'Stage',
		kind: entry('saleStage'),
		help: "How far the sale has come, SuperOffice's rating; SuperOffice sets the probability by it",
	},
	saledate: {
		label: 'Sale Date',
		kind: day,
		help: 'The day on which the sale is expected, or was won or lost',
	},
	saleType: {
		label: 'Sale Type',
		kind: entry('saleType'),
		help: 'Kind of sale; its stages may depend on it',
	},
	associate: {
		label: 'Owner',
		kind: reference('AssociateId', 'FullName', { method: 'associate' }),
		help: 'The user who is responsible for the sale',
	},
	project: {
		group: more,
		label: 'Project',
		kind: reference('ProjectId', 'Name', { method: 'project' }),
		help: 'The project that the sale belongs to',
	},
	number: {
		group: more,
		label: 'Number',
		kind: text,
		help: 'Number of the sale, such as an order number',
	},
	status: {
		group: more,
		label: 'Status',
		kind: enumeration(['Open', 'Sold', 'Lost', 'Stalled', 'SaintAll', 'Unknown']),
		help: 'Whether the sale is open or how it ended',
	},
	completed: {
		group: more,
		label: 'Completed',
		kind: enumeration(['Completed', 'Started', 'NotStarted', 'Unknown'], {
			Started: 'Not Completed',
		}),
		help: 'Whether nothing remains to be done; the status does not change with it',
	},
	source: {
		group: more,
		label: 'Source',
		kind: entry('saleSource'),
		help: 'Where the sale comes from',
	},
	probability: {
		group: more,
		label: 'Probability',
		kind: integerBetween(0, 100),
		help: 'Probability in percent, if it is not that of the stage',
	},
	saleText: { group: more, label: 'Description', kind: longText, help: 'Text about the sale' },
	earning: {
		group: more,
		label: 'Earning',
		kind: decimal,
		help: "Profit of the sale, in the sale's currency",
	},
	earningPercent: {
		group: more,
		label: 'Earning Percent',
		kind: decimal,
		help: 'Profit in percent of the amount',
	},
	competitor: {
		group: more,
		label: 'Competitor',
		kind: entry('competitor'),
		help: 'Who else is in the running, or has won',
	},
	credited: {
		group: more,
		label: 'Credited',
		kind: entry('credited'),
		help: 'Who is credited for the sale',
	},
	reason: {
		group: more,
		label: 'Reason (Lost)',
		kind: entry('reasonLost'),
		help: 'Why the sale was lost',
	},
	reasonSold: {
		group: more,
		label: 'Reason (Sold)',
		kind: entry('reasonSold'),
		help: 'Why the sale was won',
	},
	reasonStalled: {
		group: more,
		label: 'Reason (Stalled)',
		kind: entry('reasonStalled'),
		help: 'Why the sale is stalled',
	},
	reopenDate: {
		group: more,
		label: 'Reopen Date',
		kind: day,
		help: 'The day on which a stalled sale is to be opened again; only for stalled sales',
	},
	postit: { group: more, label: 'Note', kind: longText, help: 'Note on the sale card' },
	links: {
		group: more,
		label: 'Links',
		kind: links,
		help: 'Links to records and web addresses',
	},
	visibleFor: {
		group: more,
		label: 'Visible For',
		kind: visibleFor,
		help: 'Who may see the sale; everyone if empty',
	},
	...publishFields,
	...rawCustomFields,
	saleId: {
		group: SYSTEM_GROUP,
		label: 'Sale ID',
		kind: integer,
		help: 'ID of the sale; 0 for a new one',
	},
	activeErpLinks,
	activeLinks: {
		group: SYSTEM_GROUP,
		label: 'Active Links',
		kind: integer,
		help: 'Number of links to other records',
	},
	appointment: {
		group: SYSTEM_GROUP,
		label: 'Appointment',
		kind: jsonObject,
		help: 'The appointment to which the date of the next activity belongs',
	},
	nextDueDate: {
		group: SYSTEM_GROUP,
		label: 'Next Due Date',
		kind: anyDateTime,
		help: 'Date of the next activity of the sale',
	},
	saleStakeholders: {
		group: SYSTEM_GROUP,
		label: 'Stakeholders',
		kind: jsonList,
		help: 'All stakeholders of the sale; to add some, use Add Stakeholders instead',
	},
	...stampFields,
} satisfies FieldTable;

/** The parameter of a SaleEntity property. */
export type SaleParameter = keyof typeof saleFields;
