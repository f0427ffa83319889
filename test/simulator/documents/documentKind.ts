import { FIELDS } from '../customFields/fields';
import { storedInstant } from '../engine/dates';
import { LOCK_SEMANTICS, type LockSemantics } from '../lists/documentItems';
import { acceptLinks, acceptVisibleFor, linkCount, VISIBLE_FOR_ALL } from '../records/carrierLists';
import { NEVER, type Kind } from '../records/kind';
import * as references from '../records/references';
import type { Carrier } from '../tenant/carriers';
import { SESSION_USER, type Data } from '../tenant/data';
import type { DocumentSeed } from '../tenant/documents';
import { documentCarrier } from './documentCarrier';
import { checkDocument, checkHolder, followDocument, typeOfEntity } from './documentRules';
import { deleteEntry, writeEntry } from './entry';
import { fileOf } from './files';
import { isVisible } from './rights';

function seedOf(entity: Carrier): DocumentSeed {
	const { idOf } = references;
	return {
		id: Number(entity.DocumentId),
		header: String(entity.Header),
		fileName: String(entity.Name),
		templateId: idOf(entity.DocumentTemplate, references.documentTemplate),
		contactId: idOf(entity.Contact, references.company),
		personId: idOf(entity.Person, references.person),
		projectId: idOf(entity.Project, references.project),
		saleId: idOf(entity.Sale, references.sale),
		associateId: idOf(entity.Associate, references.associate),
		date: String(entity.Date),
		completed: String(entity.Completed),
		lock: String(entity.LockSemantics) as LockSemantics,
		visibleFor: entity.VisibleFor as Carrier[],
		more: documentCarrier(entity),
	};
}

/** Stores the seed, the name of the file if that is another one, and the appointment of the document. */
function toSeed(data: Data, entity: Carrier): void {
	const seed = seedOf(entity);
	const before = data.documents.seeds.get(seed.id);
	const file = fileOf(data, seed.id);
	const isRenamed = file.content !== undefined && before?.fileName !== seed.fileName;
	data.files.set(seed.id, { ...file, name: isRenamed ? seed.fileName : file.name });
	data.documents.set(seed);
	writeEntry(data, entity, before === undefined);
}

/** Documents: properties are those of the OpenAPI file. */
export const DOCUMENT: Kind = {
	name: 'Document',
	id: 'DocumentId',
	list: 'documents',
	noSimple: true,
	fields: FIELDS.Document,
	references: {
		Associate: references.associate,
		Contact: references.company,
		Person: references.person,
		Project: references.project,
		Sale: references.sale,
		DocumentTemplate: references.documentTemplate,
	},
	choices: {},
	elements: {},
	enums: {
		Completed: ['Unknown', 'NotStarted', 'Started', 'Completed'],
		LockSemantics: [...LOCK_SEMANTICS],
	},
	lengths: {
		...{ Header: 219, Name: 511, Description: 2047, OurRef: 99, YourRef: 99, Attention: 99 },
		ExternalRef: 511,
	},
	mandatory: ['Header', 'Name', 'DocumentTemplate'],
	setByServer: [
		...['CreatedBy', 'CreatedDate', 'UpdatedBy', 'UpdatedDate', 'ActiveLinks', 'Type', 'Snum'],
		...['SuggestedDocumentId', 'TableRight', 'FieldProperties', '_Links'],
	],
	has: isVisible,
	next: ({ documents }) => documents.next,
	cleared: () => ({
		...{ Attention: '', Header: '', Name: '', OurRef: '', YourRef: '', Description: '' },
		...{ ExternalRef: '', Date: NEVER, Completed: 'Completed', Type: 'Document' },
		...{ LockSemantics: 'None', Links: [], ActiveLinks: 0, SuggestedDocumentId: 0, Snum: 0 },
		...{ VisibleFor: VISIBLE_FOR_ALL, IsPublished: false },
		...{ PublishEventDate: NEVER, PublishFrom: NEVER, PublishTo: '9999-12-31T23:59:59' },
	}),
	// Which of these a tenant's preferences say, and that documents are done, is a guess.
	defaults: ({ now }) => ({
		Associate: { AssociateId: SESSION_USER },
		Date: storedInstant(now()),
	}),
	ofSeed: ({ documents }, id) => {
		const seed = documents.seeds.get(id);
		if (!seed) return {};
		return {
			...{ Header: seed.header, Name: seed.fileName, Date: seed.date },
			...{ Completed: seed.completed, LockSemantics: seed.lock },
			VisibleFor: seed.visibleFor ?? VISIBLE_FOR_ALL,
			Associate: { AssociateId: seed.associateId },
			Contact: { ContactId: seed.contactId },
			Person: { PersonId: seed.personId },
			Project: { ProjectId: seed.projectId },
			Sale: { SaleId: seed.saleId },
			DocumentTemplate: { DocumentTemplateId: seed.templateId },
		};
	},
	toSeed,
	computed: (_data, entity) => ({
		ActiveLinks: linkCount(entity),
		Type: typeOfEntity(entity),
	}),
	check: checkDocument,
	follow: followDocument,
	// That the file goes with its document is a guess, as is that nobody else may hold it.
	forget: (data, id) => {
		checkHolder(data, id);
		deleteEntry(data, id);
		data.files.delete(id);
	},
	accept: { Links: acceptLinks, VisibleFor: acceptVisibleFor },
};
