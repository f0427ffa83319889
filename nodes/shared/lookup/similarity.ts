import sortBy from 'lodash/sortBy';

import { normalizeName, type Choice } from './source';

/** Letters of a name that are compared: the cost grows with their square. */
const LONGEST = 100;

/**
 * How many letters have to be changed, added or taken away to make one text of another
 * (Levenshtein's distance), of their first hundred letters.
 */
function levenshtein(one: string, other: string): number {
	const [a, b] = [[...one].slice(0, LONGEST), [...other].slice(0, LONGEST)];
	let last = Array.from({ length: b.length + 1 }, (_none, index) => index);
	for (const [index, letter] of a.entries()) {
		const row = [index + 1];
		for (const [at, wanted] of b.entries()) {
			const changed = last[at] + (letter === wanted ? 0 : 1);
			row.push(Math.min(changed, last[at + 1] + 1, row[at] + 1));
		}
		last = row;
	}
	return last[b.length];
}

/** The edit distance of two names, ignoring case and Unicode normalization. */
export const editDistance = (one: string, other: string): number =>
	levenshtein(normalizeName(one), normalizeName(other));

/** Choices sorted by similarity to a name. */
export const sortBySimilarity = (choices: Choice[], name: string): Choice[] =>
	sortBy(choices, (choice) => editDistance(choice.name, name));
