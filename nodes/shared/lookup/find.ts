import sortBy from 'lodash/sortBy';
import uniq from 'lodash/uniq';
import uniqBy from 'lodash/uniqBy';

import { FieldError, quote, type Around } from '../fields/kind';
import { byLikeness, lettersApart } from './likeness';
import { sources } from './sources';
import { LISTED, listed, type Ask, type Choice, type Source } from './source';

/** A name that differs in no more than this share of its letters is surely the one that was meant. */
const CLOSE = 1 / 3;

/** A name, and parts that stay right when it is misspelled elsewhere: its start, longest words, and end. */
function partsOf(given: string): string[] {
	const words = given.split(/[\s,]+/);
	const name = words.join(' ').trim();
	const start = name.slice(0, Math.ceil((name.length * 2) / 3));
	const end = name.slice(Math.floor(name.length / 2));
	const longest = sortBy(words, ({ length }) => -length).slice(0, 2);
	return uniq([given, start, ...longest, end].map((part) => part.trim())).filter(Boolean);
}

/** Records whose names are like one that nothing has, the nearest by letters first. */
async function similar(source: Source, ask: Ask, name: string, within?: number): Promise<Choice[]> {
	const found: Choice[] = [];
	for (const part of partsOf(name)) {
		const { choices } = await source.search(ask, part, 0, within);
		found.push(...choices);
		if (choices.some((one) => lettersApart(one.name, name) <= name.length * CLOSE)) break;
	}
	return byLikeness(uniqBy(found, 'id'), name);
}

/**
 * Finds records by their names.
 * @param ask keeps what it was asked for, so that a name costs one call per execution
 * @param zone IANA zone in which candidates tell their time
 */
export function finder(ask: Ask, zone: string): Around['find'] {
	return async ({ source: kind, name: given, within }, spot) => {
		// As servers compare letters by their codes.
		const name = given.normalize('NFC');
		if (!Object.hasOwn(sources, kind)) {
			throw new FieldError(spot, `${quote(name)} is a name`, 'Give the number of such a record.');
		}
		const source = sources[kind];
		const found = await source.named(ask, name, within);
		if (found.length === 1) return found[0].id;
		const [one, several] = source.words;
		const place = within ? ` of company ${within}` : '';
		if (found.length > 1) {
			const count = found.length > LISTED ? `more than ${LISTED}` : found.length;
			const problem = `${quote(name)} is the name of ${count} ${several}${place}: ${listed(found, zone)}`;
			throw new FieldError(spot, problem, 'Choose one of them by its ID.');
		}
		const candidates = await similar(source, ask, name, within);
		const advice =
			candidates.length > 0
				? `Similar ones are: ${listed(candidates, zone)}.`
				: 'Give the whole name as SuperOffice shows it, or the ID.';
		throw new FieldError(spot, `no ${one}${place} is named ${quote(name)}`, advice);
	};
}
