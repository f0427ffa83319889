import { groupBy } from 'lodash';

import type { PersonSeed } from '../tenant/carriers';
import type { Data } from '../tenant/data';

interface Index {
	version: number;
	persons: Record<string, PersonSeed[]>;
}

/** Persons by company, for each tenant until a person changes: looking at all 40,000 takes time. */
const indexes = new WeakMap<ReadonlyMap<number, PersonSeed>, Index>();

/** A company's persons, in the order of their numbers; those in the recycle bin too. */
export function personsOf({ persons }: Data, contactId: number): PersonSeed[] {
	const { seeds, version } = persons;
	let index = indexes.get(seeds);
	if (index?.version !== version) {
		index = { version, persons: groupBy([...persons.after()], 'contactId') };
		indexes.set(seeds, index);
	}
	return index.persons[contactId] ?? [];
}
