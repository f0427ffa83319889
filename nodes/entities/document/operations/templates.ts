import { FieldError, quote } from '../../../shared/fields/fieldKind';
import type { Json, JsonObject } from '../../../shared/json';
import type { LookUp } from '../../../shared/lookup/source';
import { expectList } from '../../../shared/transport/expectedBody';
import { documentFields } from '../document.fields';

/** What is taken for an extension: `.docx`, `.PDF`, `.7z`, but not the ends of `Dr.Berg` and `24.12.2026`. */
const EXTENSION = /.(\.(?:\d?[a-z][a-z0-9]{0,7}|\d?[A-Z][A-Z0-9]{0,7}))$/;

/** The extension of a file name with its dot; '' for none. */
export const extensionOf = (name: string): string => EXTENSION.exec(name)?.[1] ?? '';

/** A file name that ends in an extension. */
export const withExtension = (name: string, extension: string): string =>
	name.toLowerCase().endsWith(extension.toLowerCase()) ? name : `${name}${extension}`;

/** A text without half of a character that takes two at its end, as cutting leaves it. */
export const wholeCharacters = (text: string): string => text.replace(/[\uD800-\uDBFF]$/, '');

/** A file name without its extension. */
export const nameWithout = (name: string): string =>
	name.slice(0, name.length - extensionOf(name).length);

const REF = { parameter: 'documentTemplate', label: documentFields.documentTemplate.label };

/**
 * The first template for documents whose files have an extension, else the first that has no file of its
 * own (GET /api/v1/List/DocumentTemplate/Items).
 * @param extension with its dot
 * @throws FieldError where there is none
 */
export async function templateFor(lookUp: LookUp, extension: string): Promise<Json> {
	const all = (await lookUp({
		method: 'GET',
		path: 'List/DocumentTemplate/Items',
		expect: expectList('DocumentTemplateId'),
		purpose: 'reading the document templates',
	})) as JsonObject[];
	const offered = all.filter(
		({ RecordType, Deleted }) => RecordType === 'Document' && Deleted !== true,
	);
	const fitting = (wanted: string) =>
		offered.find(
			({ Filename }) => extensionOf(String(Filename ?? '')).toLowerCase() === wanted.toLowerCase(),
		);
	const found = fitting(extension) ?? fitting('');
	if (found) return { DocumentTemplateId: found.DocumentTemplateId };
	const problem = `no document template is for files with the extension ${quote(extension)}`;
	throw new FieldError(REF, problem, 'Choose a template from the list.');
}

/** The extension of a template's documents with its dot (GET /api/v1/List/DocumentTemplate/Items/{id}/Extension). */
export async function templateExtension(lookUp: LookUp, id: number): Promise<string> {
	const extension = await lookUp({
		method: 'GET',
		path: `List/DocumentTemplate/Items/${id}/Extension`,
		expect: { fault: (body) => (typeof body === 'string' ? undefined : 'without an extension') },
		purpose: 'reading the extension of the document template',
	});
	const bare = String(extension).trim().replace(/^\./, '');
	return bare === '' ? '' : `.${bare}`;
}

/** A file name made of a title, without what no file system takes. */
export function fileNameOf(title: string): string {
	const safe = title.replace(/[\p{Cc}\\/:*?"<>|]+/gu, ' ').replace(/\s+/g, ' ');
	return wholeCharacters(safe.trim().slice(0, 200)) || 'document';
}
