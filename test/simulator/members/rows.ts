import { groupBy } from 'lodash';

import { storedInstant } from '../engine/dates';
import { badArgument, notFound } from '../engine/failures';
import { isCarrier } from '../engine/values';
import { NEVER } from '../records/kind';
import type { Carrier, Value } from '../tenant/carriers';
import type { Data } from '../tenant/data';
import type { MemberSeed } from '../tenant/workCarriers';
import type { RowKind } from './rowKind';

type Lists = Pick<RowKind, 'list'>;

interface Index {
	version: number;
	rows: Record<string, MemberSeed[]>;
}

const indexes = new WeakMap<ReadonlyMap<number, MemberSeed>, Index>();

/** The rows of a record, in the order of their ranks; archives ask for those of each of their records. */
export function rowsOf(data: Data, { list }: Lists, parentId: number): MemberSeed[] {
	const { seeds, version } = data[list];
	let index = indexes.get(seeds);
	if (index?.version !== version) {
		const inOrder = [...data[list].after()].sort((a, b) => a.rank - b.rank);
		index = { version, rows: groupBy(inOrder, 'parentId') };
		indexes.set(seeds, index);
	}
	return index.rows[parentId] ?? [];
}

/** A row in which nothing is filled in. */
export const blankRow = (parentId = 0): MemberSeed => ({
	...{ id: 0, parentId, contactId: 0, personId: 0, roleId: 0, comment: '', rank: 0 },
	...{ registered: NEVER, updated: NEVER },
});

/** A whole number that was sent; undefined for none, or for a null. */
function numberIn(sent: Carrier, property: string): number | undefined {
	const value = sent[property] ?? undefined;
	if (value === undefined) return undefined;
	if (!Number.isInteger(value)) throw badArgument(`${property} is not a whole number`);
	return Number(value);
}

const MAX_COMMENT = 2047;

function commentIn({ Comment }: Carrier): string | undefined {
	if (Comment === undefined || Comment === null) return undefined;
	if (typeof Comment !== 'string') throw badArgument('Comment is not text');
	if (Comment.length > MAX_COMMENT) throw badArgument('Comment is too long');
	return Comment;
}

function mustHave(data: Data, list: 'contacts' | 'persons', property: string, id: number): void {
	if (id !== 0 && !data[list].seeds.has(id)) throw badArgument(`${property} ${id} not found`);
}

/** The company of a row: that of its person, unless the row stays that of the same person. */
function companyOf(data: Data, sent: Carrier, before: MemberSeed, personId: number): number {
	const given = numberIn(sent, 'ContactId');
	const own = data.persons.seeds.get(personId)?.contactId ?? 0;
	if (given === undefined || given === 0) {
		return personId === before.personId && given === undefined ? before.contactId : own;
	}
	const isKnown = personId === before.personId && given === before.contactId;
	if (personId !== 0 && !isKnown && given !== own) {
		throw badArgument(`Person id ${personId} is not of contact id ${given}`);
	}
	return given;
}

/** What was sent over a row, of whatever record it is. */
function acceptValues(data: Data, kind: RowKind, before: MemberSeed, sent: Carrier): MemberSeed {
	kind.check?.(data);
	const { role } = kind;
	const personId = numberIn(sent, 'PersonId') ?? before.personId;
	mustHave(data, 'persons', 'PersonId', personId);
	const contactId = companyOf(data, sent, before, personId);
	mustHave(data, 'contacts', 'ContactId', contactId);
	if (personId === 0 && contactId === 0) throw badArgument('PersonId and ContactId are missing');
	const roleId = numberIn(sent, role.id) ?? before.roleId;
	if (roleId !== 0 && !role.items.some(({ id }) => id === roleId)) {
		throw badArgument(`${role.id} has no entry ${roleId}`);
	}
	const comment = commentIn(sent) ?? before.comment;
	const rank = (kind.isRanked && numberIn(sent, 'Rank')) || before.rank;
	return { ...before, personId, contactId, roleId, comment, rank };
}

/**
 * A row as it is stored with what was sent. That rows name a person or a company which is there, and
 * that the company is the person's, is a guess to demand.
 * @throws Failure 400 for what cannot be
 */
export function acceptRow(
	data: Data,
	kind: RowKind,
	before: MemberSeed,
	sent: Carrier,
): MemberSeed {
	const { parent } = kind;
	const parentId = numberIn(sent, parent.id) ?? before.parentId;
	if (!data[parent.list].seeds.has(parentId)) {
		throw badArgument(`${parent.id} ${parentId} not found`);
	}
	return { ...acceptValues(data, kind, before, sent), parentId };
}

/** Stores a row; that one of a person who has a row already becomes a second one is a guess. */
export function storeRow(data: Data, kind: RowKind, row: MemberSeed): MemberSeed {
	const now = storedInstant(data.now());
	const last = rowsOf(data, kind, row.parentId).at(-1)?.rank ?? 0;
	const stored =
		row.id === 0
			? { ...row, id: data[kind.list].next, rank: row.rank || last + 1, registered: now }
			: { ...row, updated: now };
	data[kind.list].set(stored);
	return stored;
}

/**
 * Saves a row as POST does: a new one with number 0 or none, else over the given number.
 * @throws Failure for a body or a value that cannot be
 */
export function saveRow(data: Data, kind: RowKind, sent: Carrier): MemberSeed {
	const id = numberIn(sent, kind.id) ?? 0;
	const before = id === 0 ? blankRow() : data[kind.list].seeds.get(id);
	if (!before) throw notFound(`${kind.name} id ${id}`);
	return storeRow(data, kind, acceptRow(data, kind, before, sent));
}

/**
 * Rows as they were sent within a record.
 * @throws Failure 400 for a number that is not of a row of the record, and for what no row can be
 */
export function acceptRows(data: Data, kind: RowKind, parentId: number, sent: Value): MemberSeed[] {
	if (!Array.isArray(sent)) throw badArgument(`${kind.name}s are not a list`);
	const own = rowsOf(data, kind, parentId);
	return sent.map((one) => {
		if (!isCarrier(one)) throw badArgument(`A ${kind.name} is not a record`);
		const id = numberIn(one, kind.id) ?? 0;
		const before = id === 0 ? blankRow(parentId) : own.find((row) => row.id === id);
		if (!before) throw badArgument(`${kind.name} id ${id} not found`);
		return acceptValues(data, kind, before, one);
	});
}

const isSame = (one: MemberSeed, other: MemberSeed | undefined) =>
	JSON.stringify(one) === JSON.stringify(other);

/**
 * Saves the whole list of a record: rows that it does not have are deleted, a guess, and so is that
 * no list at all changes nothing.
 */
export function replaceRows(data: Data, kind: RowKind, parentId: number, sent?: Value): void {
	if (sent === undefined || sent === null) return;
	const rows = acceptRows(data, kind, parentId, sent);
	const kept = new Set(rows.map(({ id }) => id));
	for (const { id } of rowsOf(data, kind, parentId)) if (!kept.has(id)) data[kind.list].delete(id);
	for (const row of rows) {
		if (!isSame(row, data[kind.list].seeds.get(row.id))) storeRow(data, kind, row);
	}
}

/** Deletes all rows of a record. */
export function deleteRows(data: Data, kind: Lists, parentId: number): void {
	for (const { id } of rowsOf(data, kind, parentId)) data[kind.list].delete(id);
}

/** The rows of a record as answers have them. */
export function writeRows(data: Data, kind: RowKind, parentId: number): Carrier[] {
	return rowsOf(data, kind, parentId).map((row) => kind.write(data, row));
}
