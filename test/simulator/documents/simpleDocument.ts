import { findEntity } from '../records/entity';
import type { Carrier } from '../tenant/carriers';
import type { Data } from '../tenant/data';
import type { DocumentSeed } from '../tenant/documents';
import { documentCarrier } from './documentCarrier';
import { DOCUMENT } from './documentKind';
import { sees } from './rights';

/** A document without what is nested in it; undefined for one that is not there. */
export function simpleDocument(data: Data, id: number): Carrier | undefined {
	const entity = findEntity(DOCUMENT, data, id);
	return entity && { ...data.documents.get(id), ...documentCarrier(entity) };
}

/** The documents that are meant, without what is nested in them. */
export function simpleDocuments(data: Data, isMeant: (seed: DocumentSeed) => boolean): Carrier[] {
	const found = [...data.documents.after()].filter((seed) => sees(data, seed) && isMeant(seed));
	return found.flatMap(({ id }): Carrier[] => {
		const document = simpleDocument(data, id);
		return document ? [document] : [];
	});
}
