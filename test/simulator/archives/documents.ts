import { FIELDS } from '../customFields/fields';
import { sees, visibleNumbers } from '../documents/rights';
import { DOCUMENT_CATEGORIES, DOCUMENT_TEMPLATES, templateOf } from '../lists/documentItems';
import { NEVER } from '../records/kind';
import { nameDepartment } from '../tenant/carriers';
import type { Data } from '../tenant/data';
import type { DocumentSeed } from '../tenant/documents';
import { column, type Archive, type Column, type Context } from './columns';
import { customFieldColumns } from './customFieldColumns';
import { contactOf, UNORDERED, withContactAndPerson } from './members';
import { nested } from './nested';
import { EntityColumns } from './ofEntities';
import { projectColumns } from './projects';
import { saleColumns } from './sales';
import { EVERY_ROW, everyRow, groupColumn, listColumn, ownerColumn, ownerColumns } from './shown';

const from = new EntityColumns<DocumentSeed>('Document', 'documents');

const owner = ({ associateId }: DocumentSeed) => associateId;
const recordTypeOf = ({ templateId }: DocumentSeed) => templateOf(templateId)?.recordType;
const isMail = (row: DocumentSeed) => recordTypeOf(row) === 'Email';
const company = (row: DocumentSeed, context: Context) =>
	contactOf(row, context).map(nameDepartment);

const projectOf = ({ projectId }: DocumentSeed, { data }: Context) => {
	const found = data.projects.seeds.get(projectId);
	return found ? [found] : [];
};

const saleOf = ({ saleId }: DocumentSeed, { data }: Context) => {
	const found = data.sales.seeds.get(saleId);
	return found ? [found] : [];
};

const columns: Record<string, Column<DocumentSeed>> = {
	documentId: column('int', ({ id }) => id),
	subject: column('string', ({ header }) => header),
	name: column('string', ({ fileName }) => fileName),
	// Which of the texts this is is documented nowhere: a guess.
	text: column('positiveString', ({ header }) => header),
	'document/description': from.of('positiveString', 'Description'),
	date: column('date', ({ date }) => date),
	completed: column('bool', ({ completed }) => completed === 'Completed'),
	icon: listColumn(
		{ raw: (row) => (isMail(row) ? 1 : 2) },
		DOCUMENT_CATEGORIES,
		'documentcategory',
	),
	type: listColumn({ raw: ({ templateId }) => templateId }, DOCUMENT_TEMPLATES, 'doctmpl'),
	recordType: column('string', (row) => (isMail(row) ? 'Email' : 'Document')),
	recordTypeText: column('none', (row) => (isMail(row) ? 'Email' : 'Document')),
	// No property of the entity is called so.
	keywords: column('string', () => ''),
	ourref: from.of('string', 'OurRef'),
	yourref: from.of('string', 'YourRef'),
	attention: from.of('string', 'Attention'),
	snum: from.of('int', 'Snum'),
	suggestedDocumentId: from.of('int', 'SuggestedDocumentId'),
	mailMergeDraft: column('bool', (row) => recordTypeOf(row) === 'MergeDraft'),
	isReport: column('bool', () => false),
	isMail: column('bool', isMail),
	contactId: { ...column<DocumentSeed>('listAny', (row) => row.contactId), list: 'contact_new' },
	personId: { ...column<DocumentSeed>('listAny', ({ personId }) => personId), list: 'person' },
	projectId: { ...column<DocumentSeed>('listAny', ({ projectId }) => projectId), list: 'project' },
	saleId: column('int', ({ saleId }) => saleId),
	who: column('none', (row, context) => company(row, context)[0] ?? ''),
	// How several are shown is documented nowhere: a guess, as the numbers of the list.
	visibleFor: {
		...column<DocumentSeed>('listAny', (row) => visibleNumbers(row).join(',')),
		...{ all: visibleNumbers, list: 'visiblefor' },
	},
	associateId: ownerColumn(owner),
	userGroup: groupColumn(owner),
	...ownerColumns('associate', owner),
	...from.stamps((name) => name),
	'documentPublish/isPublished': from.of('bool', 'IsPublished', { otherwise: false }),
	'documentPublish/publishedFrom': from.of('date', 'PublishFrom', { otherwise: NEVER }),
	'documentPublish/publishedTo': from.of('date', 'PublishTo', { otherwise: NEVER }),
	...customFieldColumns<DocumentSeed>(
		FIELDS.Document,
		{ udef: 'documentUdef' },
		(row, context) => from.written(row, context)?.CustomFields,
	),
	...withContactAndPerson<DocumentSeed>(),
	...nested('project', projectColumns, projectOf),
	...nested('sale', saleColumns, saleOf),
	...everyRow(),
};

function* visible(data: Data, key?: number): Generator<DocumentSeed> {
	for (const seed of data.documents.after(key)) if (sees(data, seed)) yield seed;
}

/** The archive behind GET /Document: what its reference says, as far as the tenant's records have it. */
export const findDocument: Archive<DocumentSeed> = {
	name: 'FindDocument',
	entities: ['document'],
	entity: () => 'document',
	key: ({ id }) => id,
	rows: visible,
	index: { column: 'documentId', after: visible },
	unordered: [
		...[
			'who',
			'visibleFor',
			'isReport',
			'isMail',
			'recordTypeText',
			'sale/who',
			...EVERY_ROW,
			...UNORDERED,
		],
	],
	columns,
};

/** The archive behind the documents of companies and persons. */
export const documentsOf: Archive<DocumentSeed> = { ...findDocument, name: 'Document' };
