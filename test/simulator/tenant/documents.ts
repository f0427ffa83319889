import { inEnglish } from '../engine/languages';
import { DOCUMENT_TEMPLATES, templateOf, type LockSemantics } from '../lists/documentItems';
import { nameOf } from '../lists/items';
import { extras, type Carrier } from './carriers';
import { padded } from './companies';

export interface DocumentSeed {
	id: number;
	header: string;
	fileName: string;
	templateId: number;
	contactId: number;
	personId: number;
	projectId: number;
	saleId: number;
	associateId: number;
	/** As instants are stored. */
	date: string;
	completed: string;
	lock: LockSemantics;
	/** Who may see it, as the entity has it; undefined for everyone. */
	visibleFor?: Carrier[];
	/** What the carrier has of a document that was written. */
	more?: Carrier;
}

/** A document without what is nested in it (OpenAPI file of the agent). */
export function document(seed: DocumentSeed): Carrier {
	return {
		DocumentId: seed.id,
		Attention: '',
		Header: seed.header,
		Name: seed.fileName,
		OurRef: '',
		YourRef: '',
		Description: '',
		DocumentTemplate: inEnglish(nameOf(DOCUMENT_TEMPLATES, seed.templateId)),
		IsPublished: false,
		PersonId: seed.personId,
		PersonFullName: '',
		AssociateFullName: '',
		ContactId: seed.contactId,
		ContactName: '',
		ProjectId: seed.projectId,
		ProjectName: '',
		AssociateId: seed.associateId,
		Snum: 0,
		SaleId: seed.saleId,
		SaleName: '',
		...extras(),
		...seed.more,
	};
}

/** Visible for the second user alone, whose document it is. */
const HIDDEN: Carrier[] = [
	{ VisibleId: 2, Visibility: 'Associate', DisplayValue: '', ...extras('Select') },
];

/** The first documents, each for something that tests ask of documents. */
const NAMED: Array<Partial<DocumentSeed> & { header: string; templateId: number }> = [
	{ header: 'Offer', templateId: 1, contactId: 1, personId: 10, projectId: 1, saleId: 1 },
	{ header: 'Contract', templateId: 5, contactId: 1, personId: 10, saleId: 1 },
	{ header: 'Minutes of the Meeting', templateId: 1, projectId: 1 },
	{ header: 'Invitation', templateId: 1, contactId: 2, personId: 20 },
	{ header: 'Price List', templateId: 1, contactId: 2 },
	{ header: 'Calculation of the Costs', templateId: 2, contactId: 3 },
	{ header: 'Framework Agreement', templateId: 5, contactId: 3, personId: 30 },
	{ header: 'Budget', templateId: 2, contactId: 4, saleId: 2 },
	{ header: 'Question about Delivery', templateId: 4, contactId: 4, personId: 40 },
	{ header: 'Catalogue', templateId: 3, contactId: 5 },
	{ header: 'Draft without a File', templateId: 1, contactId: 5, personId: 50 },
	{ header: 'Salary Review', templateId: 1, associateId: 2, visibleFor: HIDDEN },
];

export const DOCUMENT_COUNT = 40;

function seedOf(id: number): DocumentSeed {
	const named = NAMED[id - 1] ?? { header: `Document ${padded(id, 3)}`, templateId: (id % 4) + 1 };
	const template = templateOf(named.templateId);
	const extension = /\.\w+$/.exec(template?.fileName ?? '')?.[0] ?? '';
	return {
		...{ id, fileName: `document${id}${extension}`, contactId: NAMED[id - 1] ? 0 : id },
		...{ personId: 0, projectId: 0, saleId: 0, associateId: 1 },
		date: `2026-${padded(((id - 1) % 12) + 1, 2)}-15T12:00:00Z`,
		...{ completed: 'Completed', lock: template?.lock ?? 'None' },
		...named,
	};
}

/** 40 documents; they have no entries among the appointments, whose numbers tests count. */
export function documents(): DocumentSeed[] {
	return Array.from({ length: DOCUMENT_COUNT }, (_one, index) => seedOf(index + 1));
}
