import { badArgument, notFound } from '../engine/failures';
import { findEntity, updateEntity } from '../records/entity';
import type { Carrier } from '../tenant/carriers';
import type { Data } from '../tenant/data';
import { DOCUMENT } from './documentKind';
import { checkHolder } from './documentRules';
import { fileOf, withVersion, type DocumentFile } from './files';
import { cleanName, freeName } from './names';

/**
 * A document as calls about its file want it.
 * @throws Failure 404, a guess, for one that is not there
 */
export function mustHave(data: Data, id: number): Carrier {
	const found = findEntity(DOCUMENT, data, id);
	if (!found) throw notFound(`Document id ${id}`);
	return found;
}

/**
 * The content of a document.
 * @throws Failure 404, a guess, for a document without a file
 */
export function contentOf(data: Data, id: number): { name: string; content: Buffer } {
	const entity = mustHave(data, id);
	const { content } = fileOf(data, id);
	if (!content) throw notFound(`The file of document id ${id}`);
	return { name: String(entity.Name), content };
}

/** A new version comes of content that nobody has checked out for: a guess. */
function versioned(data: Data, file: DocumentFile, { LockSemantics }: Carrier): DocumentFile {
	return LockSemantics === 'Versioning' && !file.lock ? withVersion(data, file) : file;
}

/**
 * Stores the content of a document, under a name that no other file has.
 * @returns the document, whose name may be another one (OpenAPI file)
 * @throws Failure for a document that is not there, or that somebody else has checked out
 */
export function storeContent(data: Data, id: number, content: Buffer): Carrier {
	const entity = mustHave(data, id);
	checkHolder(data, id);
	const before = fileOf(data, id);
	const name = before.content ? before.name : freeName(data, cleanName(String(entity.Name)), id);
	data.files.set(id, versioned(data, { ...before, name, content }, entity));
	data.onContent?.(id);
	return updateEntity(DOCUMENT, data, { ...entity, Name: name });
}

/** Deletes the file of a document, and its versions with it: a guess. */
export function deleteContent(data: Data, id: number): void {
	mustHave(data, id);
	checkHolder(data, id);
	data.files.set(id, { name: '', content: undefined, versions: [] });
	data.onContent?.(id);
}

/**
 * Renames the file of a document, and not the document (documentation of document files).
 * @returns the name that it has now
 */
export function renameFile(data: Data, id: number, wanted: string): string {
	mustHave(data, id);
	checkHolder(data, id);
	const file = fileOf(data, id);
	const name = freeName(data, cleanName(wanted), id);
	if (file.content) data.files.set(id, { ...file, name });
	return name;
}

/**
 * How many bytes a document has, in a version of it; a blank version is the latest (OpenAPI file).
 * That a document without a file has none is a guess.
 * @throws Failure 400, a guess, for a version that is none
 */
export function lengthOf(data: Data, id: number, versionId: string): number {
	mustHave(data, id);
	const { content, versions } = fileOf(data, id);
	if (versionId === '') return content?.length ?? 0;
	const version = versions.find((one) => one.id === versionId);
	if (!version) throw badArgument(`Document id ${id} has no version "${versionId}"`);
	return version.content.length;
}
