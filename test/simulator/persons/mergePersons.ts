import { badArgument } from '../engine/failures';
import { repoint } from '../members/repoint';
import { findEntity, updateEntity } from '../records/entity';
import { changeAppointments, filledFrom, removeEntity } from '../records/merge';
import { idOf, person } from '../records/references';
import type { Carrier } from '../tenant/carriers';
import type { Data } from '../tenant/data';
import { PERSON } from './personKind';

/** A person's appointments from a moment on, as they are stored. */
const ofPerson = (id: number, after: string) => (row: Carrier) =>
	idOf(row.Person, person) === id && String(row.StartDate) >= after;

/** Gives a person another company. */
export function moveOne(data: Data, id: number, contactId: number): void {
	const stored = findEntity(PERSON, data, id);
	if (stored) updateEntity(PERSON, data, { ...stored, Contact: { ContactId: contactId } });
}

/**
 * Moves a person to another company, with the appointments from a moment on.
 * @param after as dates are stored
 * @throws Failure 400, a guess, for a company in the recycle bin
 */
export function movePerson(data: Data, id: number, contactId: number, after: string): void {
	if (data.contacts.seeds.get(contactId)?.deleted) {
		throw badArgument(`Contact id ${contactId} is deleted`);
	}
	moveOne(data, id, contactId);
	const Contact = data.contacts.get(contactId) ?? null;
	changeAppointments(data, ofPerson(id, after), { Contact, Person: data.persons.get(id) ?? null });
}

/** How persons are merged. */
export interface PersonMerge {
	/** From when on appointments move, as dates are stored. */
	after: string;
	/** Whether the source goes; else it has left its company. */
	deleteSource: boolean;
	replaceEmptyFields: boolean;
}

/**
 * Merges a person into another one.
 * @throws Failure 400, a guess, for a person and itself
 */
export function mergePersons(
	data: Data,
	source: number,
	destination: number,
	{ after, deleteSource, replaceEmptyFields }: PersonMerge,
): void {
	const [from, to] = [source, destination].map((id) => findEntity(PERSON, data, id));
	if (!from || !to || source === destination) throw badArgument('These cannot be merged');
	updateEntity(PERSON, data, replaceEmptyFields ? filledFrom(PERSON, data, from, to) : to);
	const Person = data.persons.get(destination) ?? null;
	changeAppointments(data, ofPerson(source, after), { Person });
	repoint(data, 'personId', source, destination);
	if (deleteSource) removeEntity(PERSON, data, source);
	else updateEntity(PERSON, data, { ...from, Retired: true });
}
