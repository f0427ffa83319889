import { links, visibleFor } from '../../shared/carriers';
import { anyDateTime } from '../../shared/fields/dateTime';
import { enumeration } from '../../shared/fields/enumeration';
import { integer } from '../../shared/fields/number';
import { reference } from '../../shared/fields/reference';
import { SYSTEM_GROUP, type FieldTable } from '../../shared/fields/table';
import { longText, text } from '../../shared/fields/text';
import { publishFields, rawCustomFields, stampFields } from '../common';

const more = 'additionalFields';

/**
 * One row per property of SuperOffice's DocumentEntity, in the order of the form (SuperOffice's OpenAPI
 * file of Document).
 */
export const documentFields = {
	header: {
		label: 'Title',
		kind: text,
		help: 'Title of the document; empty for the name of the file',
	},
	documentTemplate: {
		label: 'Document Template',
		kind: reference('DocumentTemplateId', 'Name', { method: 'documentTemplate' }),
		help: 'What kind of document it is; empty for the first template for files of this type',
	},
	contact: {
		label: 'Company',
		kind: reference('ContactId', 'Name', { method: 'contact' }),
		help: 'The company that the document belongs to',
	},
	person: {
		label: 'Contact Person',
		kind: reference('PersonId', 'FullName', { method: 'person', within: 'Contact.ContactId' }),
		help: 'The contact person; must belong to the company',
	},
	sale: {
		label: 'Sale',
		kind: reference('SaleId', 'Title', { method: 'sale' }),
		help: 'The sale that the document belongs to; choose its company, too, to find the document there',
	},
	project: {
		label: 'Project',
		kind: reference('ProjectId', 'Name', { method: 'project' }),
		help: 'The project that the document belongs to',
	},
	associate: {
		group: more,
		label: 'Owner',
		kind: reference('AssociateId', 'FullName', { method: 'associate' }),
		help: 'The user whom the document belongs to',
	},
	name: {
		group: more,
		label: 'File Name',
		kind: text,
		help: 'Name of the file with its extension; SuperOffice may change it',
	},
	date: { group: more, label: 'Date', kind: anyDateTime, help: 'Date and time of the document' },
	description: { group: more, label: 'Description', kind: longText, help: 'Text about it' },
	ourRef: { group: more, label: 'Our Reference', kind: text, help: 'Your own reference' },
	yourRef: { group: more, label: 'Your Reference', kind: text, help: "The company's reference" },
	attention: { group: more, label: 'Attention', kind: text, help: 'Whom it addresses' },
	completed: {
		group: more,
		label: 'Completed',
		kind: enumeration(['Completed', 'NotStarted', 'Started', 'Unknown']),
		help: 'Whether nothing remains to be done',
	},
	lockSemantics: {
		group: more,
		label: 'Locking',
		kind: enumeration(['None', 'Locking', 'Versioning']),
		help: 'Whether the document is locked while somebody edits it, and keeps its versions',
	},
	externalRef: {
		group: more,
		label: 'External Reference',
		kind: text,
		help: 'What an external document archive calls it',
	},
	links: { group: more, label: 'Links', kind: links, help: 'Links to records and web addresses' },
	visibleFor: {
		group: more,
		label: 'Visible For',
		kind: visibleFor,
		help: 'Who may see the document; everyone if empty',
	},
	...publishFields,
	...rawCustomFields,
	documentId: {
		group: SYSTEM_GROUP,
		label: 'Document ID',
		kind: integer,
		help: 'ID of the document; 0 for a new one',
	},
	activeLinks: {
		group: SYSTEM_GROUP,
		label: 'Active Links',
		kind: integer,
		help: 'Number of links to other records',
	},
	snum: {
		group: SYSTEM_GROUP,
		label: 'Serial Number',
		kind: integer,
		help: 'The number that the template has given it',
	},
	suggestedDocumentId: {
		group: SYSTEM_GROUP,
		label: 'Suggested Document ID',
		kind: integer,
		help: 'The suggestion of a guide that it comes from',
	},
	type: {
		group: SYSTEM_GROUP,
		label: 'Type',
		kind: enumeration([
			...['Document', 'MergeDraft', 'MergeFinal', 'SavedReport', 'Note', 'inDiary'],
			...['inChecklist', 'BookingForDiary', 'BookingForChecklist', 'Unknown'],
		]),
		help: 'Whether it is a document, a draft of a mailing or a saved report',
	},
	...stampFields,
} satisfies FieldTable;

/** The parameter of a DocumentEntity property. */
export type DocumentParameter = keyof typeof documentFields;
