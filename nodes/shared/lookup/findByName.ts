import sortBy from 'lodash/sortBy';
import uniq from 'lodash/uniq';
import uniqBy from 'lodash/uniqBy';

import { FieldError, quote, type EncodeContext } from '../fields/fieldKind';
import { sortBySimilarity, editDistance } from './similarity';
import { lookupSources } from './sources';
import {
	MAX_CANDIDATES,
	describeChoice,
	formatCandidates,
	type LookUp,
	type Choice,
	type LookupSource,
} from './source';

/** Names that differ in at most this share of their letters count as close. */
const CLOSE = 1 / 3;

/** Search terms for similar names: the name, its start, longest words, and end. */
function nameParts(given: string): string[] {
	const words = given.split(/[\s,]+/);
	const name = words.join(' ').trim();
	const start = name.slice(0, Math.ceil((name.length * 2) / 3));
	const end = name.slice(Math.floor(name.length / 2));
	const longest = sortBy(words, ({ length }) => -length).slice(0, 2);
	return uniq([given, start, ...longest, end].map((part) => part.trim())).filter(Boolean);
}

/** Records with similar names, the most similar first. */
async function findSimilar(
	source: LookupSource,
	lookUp: LookUp,
	name: string,
	within?: number,
): Promise<Choice[]> {
	const found: Choice[] = [];
	for (const part of nameParts(name)) {
		const { choices } = await source.search(lookUp, part, 0, within);
		found.push(...choices);
		if (choices.some((singular) => editDistance(singular.name, name) <= name.length * CLOSE)) break;
	}
	return sortBySimilarity(uniqBy(found, 'id'), name);
}

/** What there is, where it is little enough to be listed. */
async function describeAll(
	source: LookupSource,
	lookUp: LookUp,
	zone: string,
	within?: number,
): Promise<string | undefined> {
	const { choices } = await source.search(lookUp, '', 0, within);
	const isListed = choices.length > 0 && choices.length <= 2 * MAX_CANDIDATES;
	if (!isListed) return undefined;
	const all = choices.map((one) => describeChoice(one, zone)).join(', ');
	return `There are: ${all}. Names are those of the language in Options.`;
}

/**
 * Finds records by their names.
 * @param lookUp cached, so that a name costs one request per execution
 * @param zone IANA zone in which candidates tell their time
 */
export function createFindByName(lookUp: LookUp, zone: string): EncodeContext['findIdByName'] {
	return async ({ source: sourceName, name: given, within }, ref) => {
		// Servers compare code points.
		const name = given.normalize('NFC');
		if (!Object.hasOwn(lookupSources, sourceName)) {
			throw new FieldError(
				ref,
				`${quote(name)} is a name, but this type of record can only be given by ID`,
				'Give the number of such a record.',
			);
		}
		const source = lookupSources[sourceName];
		const found = await source.findByName(lookUp, name, within);
		if (found.length === 1) return found[0].id;
		const [singular, plural] = source.words;
		const place = within && source.within ? ` of ${source.within.word} ${within}` : '';
		if (found.length > 1) {
			const count = found.length > MAX_CANDIDATES ? `more than ${MAX_CANDIDATES}` : found.length;
			const problem = `${quote(name)} is the name of ${count} ${plural}${place}: ${formatCandidates(found, zone)}`;
			throw new FieldError(ref, problem, 'Choose one of them by its ID.');
		}
		const candidates = await findSimilar(source, lookUp, name, within);
		const advice =
			candidates.length > 0
				? `Similar ones are: ${formatCandidates(candidates, zone)}.`
				: ((await describeAll(source, lookUp, zone, within)) ??
					'Give the whole name as SuperOffice shows it, or the ID.');
		throw new FieldError(ref, `no ${singular}${place} is named ${quote(name)}`, advice);
	};
}
