import { ApiFailure, badArgument } from '../engine/failures';
import { templateOf } from '../lists/documentItems';
import type { Draft } from '../records/kind';
import { documentTemplate, idOf } from '../records/references';
import { checkPerson } from '../sales/saleRules';
import type { Carrier, Value } from '../tenant/carriers';
import { SESSION_USER, type Data } from '../tenant/data';
import { fileOf } from './files';
import { cleanName, freeName } from './names';

/** The template of a document, as its list has it. */
export const templateOfEntity = ({ DocumentTemplate }: Carrier) =>
	templateOf(idOf(DocumentTemplate, documentTemplate));

/** The types of documents, by those of their templates; others are plain documents: a guess. */
export const typeOfEntity = (entity: Carrier): Value =>
	templateOfEntity(entity)?.recordType === 'MergeDraft' ? 'MergeDraft' : 'Document';

/**
 * Refuses, by throwing a Failure, to change the file that somebody else has checked out.
 * The status is a guess.
 */
export function checkHolder(data: Data, id: number): void {
	const { lock } = fileOf(data, id);
	if (!lock || lock.associateId === SESSION_USER) return;
	const holder = data.associates.seeds.get(lock.associateId)?.fullName ?? '';
	const message = `Document id ${id} is checked out by ${holder}`;
	throw new ApiFailure(409, 'SoConflictException', message);
}

/** How a new document is locked: as it was asked for, else as its template has it. A guess. */
function lockOf({ stored, entity, sent }: Draft): Value {
	const asked = sent.LockSemantics ?? 'None';
	if (stored || asked !== 'None') return entity.LockSemantics;
	return templateOfEntity(entity)?.lock ?? 'None';
}

/** The name to store: that of a file that is there is changed to one that is free (OpenAPI file). */
function nameOf(data: Data, { stored, entity }: Draft): string {
	const wanted = String(entity.Name);
	if (stored?.Name === wanted) return wanted;
	// Which name a document gets that is sent none is documented nowhere: a guess, it is refused.
	const clean = cleanName(wanted);
	const id = Number(stored?.DocumentId ?? 0);
	if (!stored || !fileOf(data, id).content) return clean;
	checkHolder(data, id);
	return freeName(data, clean, id);
}

/** What a save changes by itself. */
export function followDocument(data: Data, draft: Draft): Carrier {
	return { ...draft.entity, Name: nameOf(data, draft), LockSemantics: lockOf(draft) };
}

/**
 * Checks what holds between a document's properties.
 * @throws Failure 400, a guess
 */
export function checkDocument(data: Data, draft: Draft): void {
	checkPerson(data, draft);
	const { stored, entity } = draft;
	const before = idOf(stored?.DocumentTemplate, documentTemplate);
	const template = templateOfEntity(entity);
	// That new documents cannot have a deleted template is a guess.
	if (template?.deleted && template.id !== before) {
		throw badArgument(`DocumentTemplate id ${template.id} is deleted`);
	}
}
