import { storedInstant } from '../engine/dates';
import { badArgument } from '../engine/failures';
import { personsOf } from '../persons/ofCompany';
import { associateOf } from '../persons/personRules';
import type { Data } from '../tenant/data';
import type { Kind } from './kind';
import { removeEntity } from './merge';

/** Puts persons into the recycle bin, or takes them out of it. */
function movePersons(data: Data, ids: number[], deletedDate: string | undefined): void {
	for (const id of ids) {
		const seed = data.persons.seeds.get(id);
		if (seed) data.persons.set({ ...seed, deletedDate });
	}
}

/** Restoring a company restores its persons, those too that were deleted before it: a guess. */
function move(kind: Kind, data: Data, id: number, deletedDate: string | undefined): void {
	if (kind.name === 'Person') {
		movePersons(data, [id], deletedDate);
		return;
	}
	const seed = data.contacts.seeds.get(id);
	if (!seed) return;
	data.contacts.set({ ...seed, deleted: deletedDate !== undefined });
	movePersons(
		data,
		personsOf(data, id).map((person) => person.id),
		deletedDate,
	);
}

/**
 * Deletes a record: it is gone for good, or comes into the recycle bin, a company with its persons. A
 * second time there changes nothing more: a guess.
 * @throws Failure 400, a guess, for a person who is an associate
 */
export function deleteEntity(kind: Kind, data: Data, id: number): void {
	if (kind.forget) {
		kind.forget(data, id);
		removeEntity(kind, data, id);
		return;
	}
	const ids = kind.name === 'Person' ? [id] : personsOf(data, id).map((person) => person.id);
	const associate = ids.find((one) => associateOf(data, one));
	if (associate !== undefined) throw badArgument(`Person id ${associate} is an associate`);
	move(kind, data, id, storedInstant(data.now()));
}

/** Restores a record from the recycle bin. */
export function undelete(kind: Kind, data: Data, id: number): void {
	move(kind, data, id, undefined);
}
