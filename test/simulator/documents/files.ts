import { SESSION_USER, type Data } from '../tenant/data';
import { storedInstant } from '../engine/dates';
import { DOCUMENT_COUNT, type DocumentSeed } from '../tenant/documents';

/** A version of a file, as it was checked in. */
export interface Version {
	/** Counted from 1; the form of these is a guess. */
	id: string;
	content: Buffer;
	date: string;
	associateId: number;
	description: string;
	extraFields: string[];
}

/** The file of a document. */
export interface DocumentFile {
	/** The name in the archive, which is not the entity's until that is saved. */
	name: string;
	/** Undefined for a document without a file. */
	content: Buffer | undefined;
	versions: Version[];
	/** Who has checked it out, and what it was before. */
	lock?: { associateId: number; before: Buffer | undefined };
}

/** Numbers of the documents of the seeds that have no file, and of those that are checked out. */
const WITHOUT = 11;
const HELD_BY_OTHER = [6, 7];
const HELD_BY_USER = 8;
/** The document with two versions. */
const VERSIONED = 2;

const ALL_BYTES = Buffer.from(Array.from({ length: 256 }, (_one, byte) => byte));

/** What a file of the seeds has in it: its name, and all bytes that there are. */
export function seedContent(name: string, version = 1): Buffer {
	const start = name.endsWith('.pdf') ? '%PDF-1.4\n' : `${name} `;
	return Buffer.concat([Buffer.from(`${start}${version}\n`), ALL_BYTES]);
}

function seedVersions(id: number, name: string): Version[] {
	return Array.from({ length: id === VERSIONED ? 2 : 1 }, (_one, index) => ({
		id: String(index + 1),
		content: seedContent(name, index + 1),
		date: `2026-02-1${index}T09:00:00Z`,
		associateId: 1,
		description: index === 0 ? 'First draft' : 'Signed',
		extraFields: [],
	}));
}

function seedFile({ id, fileName, lock }: DocumentSeed): DocumentFile {
	const versions = lock === 'Versioning' ? seedVersions(id, fileName) : [];
	const content = versions.at(-1)?.content ?? seedContent(fileName);
	if (id === WITHOUT) return { name: '', content: undefined, versions: [] };
	const holder = HELD_BY_OTHER.includes(id) ? 2 : SESSION_USER;
	const isHeld = holder !== SESSION_USER || id === HELD_BY_USER;
	return {
		...{ name: fileName, content, versions },
		...(isHeld && { lock: { associateId: holder, before: content } }),
	};
}

/** The file of a document, as it is now; those of the seeds are made until they are written. */
export function fileOf({ files, documents }: Data, id: number): DocumentFile {
	const own = files.get(id);
	if (own) return own;
	const seed = id <= DOCUMENT_COUNT ? documents.seeds.get(id) : undefined;
	return seed ? seedFile(seed) : { name: '', content: undefined, versions: [] };
}

/** A file with another version of it, of the session user and now. */
export function withVersion(
	{ now }: Data,
	file: DocumentFile,
	more: Partial<Version> = {},
): DocumentFile {
	const { content, versions } = file;
	if (!content) return file;
	const version: Version = {
		...{ id: String(versions.length + 1), content, date: storedInstant(now()) },
		...{ associateId: SESSION_USER, description: '', extraFields: [] },
		...more,
	};
	return { ...file, versions: [...versions, version] };
}
