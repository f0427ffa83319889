import { badArgument } from '../engine/failures';
import { repoint } from '../members/repoint';
import { personsOf } from '../persons/ofCompany';
import { mergePersons, moveOne } from '../persons/mergePersons';
import { findEntity, updateEntity } from '../records/entity';
import { changeAppointments, filledFrom, removeEntity } from '../records/merge';
import { NEVER } from '../records/kind';
import { company, idOf } from '../records/references';
import { fullName } from '../tenant/carriers';
import type { Data } from '../tenant/data';
import { CONTACT } from './contactKind';

/** What a merge does beyond moving. */
export interface MergeOptions {
	mergeIdenticalPersons: boolean;
	replaceEmptyFields: boolean;
}

/** Moves the persons; those of the same full name are identical: a guess. */
function mergeAllPersons(
	data: Data,
	source: number,
	destination: number,
	identical: boolean,
): void {
	for (const one of personsOf(data, source)) {
		const name = fullName(one).toLowerCase();
		const same = personsOf(data, destination).find(
			(other) => fullName(other).toLowerCase() === name,
		);
		if (identical && same) {
			const options = { after: NEVER, deleteSource: true, replaceEmptyFields: true };
			mergePersons(data, one.id, same.id, options);
		} else {
			moveOne(data, one.id, destination);
		}
	}
}

/**
 * Merges a company into another one: its persons, appointments and sales move, and it is gone.
 * @throws Failure 400, a guess, for a company and itself
 */
export function mergeContacts(
	data: Data,
	source: number,
	destination: number,
	{ mergeIdenticalPersons, replaceEmptyFields }: MergeOptions,
): void {
	const [from, to] = [source, destination].map((id) => findEntity(CONTACT, data, id));
	if (!from || !to || source === destination) throw badArgument('These cannot be merged');
	mergeAllPersons(data, source, destination, mergeIdenticalPersons);
	const merged = replaceEmptyFields ? filledFrom(CONTACT, data, from, to) : to;
	updateEntity(CONTACT, data, merged);
	const isMeant = (value: Parameters<typeof idOf>[0]) => idOf(value, company) === source;
	changeAppointments(data, ({ Contact }) => isMeant(Contact), {
		Contact: data.contacts.get(destination) ?? null,
	});
	repoint(data, 'contactId', source, destination);
	removeEntity(CONTACT, data, source);
}
