import { multi } from '../engine/languages';
import type { ListItem } from './items';

/** How documents of a template are locked (the official client's enum DocumentLockSemantics). */
export const LOCK_SEMANTICS = ['None', 'Locking', 'Versioning'] as const;

export type LockSemantics = (typeof LOCK_SEMANTICS)[number];

/** A template of documents. */
export interface DocumentTemplate extends ListItem {
	/** "" for one that is made of no file. */
	fileName: string;
	recordType: 'Document' | 'Email' | 'MergeDraft';
	direction: 'Incoming' | 'Outgoing';
	/** Number of the plugin that keeps its documents. */
	plugin: number;
	/** What its plugin does with the documents; that it is asked by template is a guess. */
	lock: LockSemantics;
	/** The text of its file, with variables in braces. */
	text: string;
}

/** The plugins that keep documents; their numbers and names are a guess. */
export const PLUGINS: ListItem[] = [
	{ id: 0, name: 'SuperOffice Document Archive' },
	{ id: 2, name: 'Web Library' },
];

const archived = (lock: LockSemantics = 'None') => ({ plugin: 0, lock }) as const;
const letter = { recordType: 'Document', direction: 'Outgoing' } as const;

/** The list `doctmpl`. */
export const DOCUMENT_TEMPLATES: DocumentTemplate[] = [
	{
		...{ id: 1, name: multi('Letter', 'Brev'), fileName: 'letter.docx', ...letter },
		...{ ...archived(), text: 'Letter to {name}: {head}. {refr}' },
	},
	{
		...{ id: 2, name: multi('Calculation', 'Kalkyle'), fileName: 'calculation.xlsx', ...letter },
		...{ ...archived('Locking'), text: 'Calculation for {name}' },
	},
	{
		...{ id: 3, name: multi('Brochure', 'Brosjyre'), fileName: 'brochure.pdf', ...letter },
		...{ ...archived(), text: 'Brochure' },
	},
	{
		...{ id: 4, name: multi('E-mail', 'E-post'), fileName: 'mail.eml' },
		...{ ...letter, recordType: 'Email', ...archived(), text: 'Subject: {head}' },
	},
	{
		...{ id: 5, name: multi('Agreement', 'Avtale'), fileName: 'agreement.docx', ...letter },
		...{ plugin: 2, lock: 'Versioning', text: 'Agreement with {name}' },
	},
	{
		...{ id: 6, name: multi('Upload', 'Opplasting'), fileName: '', ...letter },
		...{ direction: 'Incoming', ...archived(), text: '' },
	},
	{
		...{ id: 7, name: multi('Telex', 'Teleks'), fileName: 'telex.txt', ...letter },
		...{ ...archived(), text: 'Telex', deleted: true },
	},
	{
		...{ id: 8, name: multi('Board Note', 'Styrenotat'), fileName: 'board.docx', ...letter },
		...{ ...archived(), text: 'Note', hidden: true },
	},
	{
		...{ id: 9, name: multi('Mailing', 'Utsendelse'), fileName: 'mailing.docx' },
		...{ ...letter, recordType: 'MergeDraft', ...archived(), text: 'To {name}' },
	},
];

export const templateOf = (id: number): DocumentTemplate | undefined =>
	DOCUMENT_TEMPLATES.find((one) => one.id === id);

/** The list `documentcategory` (its sample output). */
export const DOCUMENT_CATEGORIES: ListItem[] = [
	{ id: 1, name: multi('E-mail', 'E-post') },
	{ id: 2, name: multi('Document', 'Dokument') },
];
