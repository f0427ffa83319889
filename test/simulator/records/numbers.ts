import { badArgument } from '../engine/failures';
import type { Data } from '../tenant/data';
import type { Draft } from './kind';

type Numbered = 'Project' | 'Sale';

const LISTS = { Project: 'projects', Sale: 'sales' } as const;

/** Above those of the seeds, which have other digits. */
const FIRST = 10_000;

/** The number that the next new record gets; "" where the tenant gives none. */
export function nextNumber(data: Data, kind: Numbered): string {
	return data.numbering[kind].allocate ? String(FIRST + data[LISTS[kind]].next) : '';
}

/** Whether a record may have a number, by the tenant's settings; case does not count, a guess. */
export function isNumberValid(data: Data, kind: Numbered, id: number, number: string): boolean {
	const { unique, allowBlank } = data.numbering[kind];
	if (number === '') return allowBlank;
	if (!unique) return true;
	const folded = number.toLowerCase();
	for (const seed of data[LISTS[kind]].seeds.values()) {
		if (seed.id !== id && seed.number.toLowerCase() === folded) return false;
	}
	return true;
}

/**
 * Checks the number of a record that a save changes.
 * @throws Failure 400, a guess, for one that it may not have
 */
export function checkNumber(
	data: Data,
	kind: Numbered,
	property: string,
	{ stored, entity }: Draft,
): void {
	const number = String(entity[property]);
	if (stored && stored[property] === number) return;
	const id = Number(entity[`${kind}Id`] ?? 0);
	if (!isNumberValid(data, kind, id, number)) {
		throw badArgument(`The number "${number}" is not unique, or required`);
	}
}
