import { inEnglish } from '../engine/languages';
import { DOCUMENT_TEMPLATES, templateOf, type DocumentTemplate } from '../lists/documentItems';
import { extras, type Carrier } from '../tenant/carriers';
import { extensionOf, typeOfFile } from './mimeTypes';

/** What the two carriers of a template have alike. */
const shared = (template: DocumentTemplate): Carrier => ({
	DocumentTemplateId: template.id,
	Tooltip: '',
	SaveInDb: 1,
	Filename: template.fileName,
	DefaultOref: '',
	RecordType: template.recordType,
	Direction: template.direction,
	AutoeventId: template.plugin,
	QuoteDocType: 'None',
	...extras(),
});

/** A template as documents nest it; undefined for one that is not there. */
export function templateCarrier(id: number): Carrier | undefined {
	const template = templateOf(id);
	if (!template) return undefined;
	const { name, deleted } = template;
	return { ...shared(template), Name: inEnglish(name), Deleted: deleted ? 1 : 0 };
}

/** What a new template starts with, beyond the carrier of documents. */
const ENTITY: Carrier = {
	IntentId: 0,
	IsDefaultPublished: false,
	LoadTemplateFromPlugin: 0,
	IsInUseInGuides: false,
	DocumentTypeKey: 0,
	PrivacyDocType: 'None',
	EmailSubject: '',
	IncludeSignature: false,
	ShowCurrents: false,
	SenderEmailMode: 'UseDefaultSender',
	SenderEmailAddress: '',
	InvitationDocType: 'None',
};

/** A template as its list has it; names are texts in the tenant's languages, a guess. */
export const templateEntity = (template: DocumentTemplate): Carrier => ({
	...shared(template),
	...ENTITY,
	Name: template.name,
	Deleted: template.deleted ?? false,
	Rank: DOCUMENT_TEMPLATES.indexOf(template) + 1,
	MimeType: template.fileName === '' ? '' : typeOfFile(template.fileName),
});

const BLANK: DocumentTemplate = {
	...{ id: 0, name: '', fileName: '', recordType: 'Document', direction: 'Outgoing' },
	...{ plugin: 0, lock: 'None', text: '' },
};

export const blankTemplate = (): Carrier => ({ ...templateEntity(BLANK), Rank: 0 });

/** The extension of a template's file, with its dot (a guess) and "" for none. */
export const templateExtension = (id: number): string =>
	extensionOf(templateOf(id)?.fileName ?? '');
