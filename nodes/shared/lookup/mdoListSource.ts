import keyBy from 'lodash/keyBy';
import uniqBy from 'lodash/uniqBy';

import { isRecord, type Json } from '../json';
import { expectList } from '../transport/expectedBody';
import {
	containsText,
	exactMatches,
	SEARCH_PAGE_SIZE,
	type LookUp,
	type Choice,
	type LookupSource,
} from './source';

type Entry = Record<string, Json>;

/** Headings stand in the list with the entries below them; only the leaves can be chosen. */
function leavesOf(entries: Json): Entry[] {
	if (!Array.isArray(entries)) return [];
	return entries.flatMap((entry) => {
		if (!isRecord(entry)) return [];
		const below = leavesOf(entry.ChildItems as Json);
		return below.length > 0 ? below : [entry as Entry];
	});
}

/** The probability of a stage, which stands beside it as `Probability=30&...` (reference of MDO lists). */
const PROBABILITY = /(?:^|&)Probability=(\d+)/;

/**
 * The entries of one of SuperOffice's lists, in its order, but for deleted and hidden ones, and for
 * those with negative numbers, which stand for no entry
 * (GET /api/v1/MDOList/{name}/selectable; SuperOffice's documentation of MDO providers).
 * @param additional what the list depends on, such as `SaleTypeID=1`
 */
export async function fetchListEntries(
	lookUp: LookUp,
	name: string,
	additional?: string,
): Promise<Choice[]> {
	const entries = await lookUp({
		method: 'GET',
		path: `MDOList/${encodeURIComponent(name)}/selectable`,
		query: { flat: 'true', ...(additional && { additional }) },
		expect: expectList('Id'),
		purpose: `reading the list ${name}`,
	});
	const shown = leavesOf(entries).filter(
		({ Id, Deleted, Hidden }) => Number(Id) >= 0 && !Deleted && !Hidden,
	);
	// An entry may stand below several headings.
	return uniqBy(shown, 'Id').map(({ Id, Name, ExtraInfo }) => {
		const [, probability] = PROBABILITY.exec(String(ExtraInfo ?? '')) ?? [];
		return {
			id: Number(Id),
			name: String(Name),
			...(probability && { detail: `${probability}%` }),
		};
	});
}

/** What else is said of a list. */
interface ListTexts extends Pick<LookupSource, 'sendsNames'> {
	/** Another list that has more to say of the same entries. */
	detailsFrom?: string;
}

/** One of SuperOffice's lists; it comes whole, in one call. */
export function mdoListSource(
	name: string,
	words: LookupSource['words'],
	{ sendsNames, detailsFrom }: ListTexts = {},
): LookupSource {
	async function fetchAll(lookUp: LookUp): Promise<Choice[]> {
		const entries = await fetchListEntries(lookUp, name);
		if (detailsFrom === undefined) return entries;
		const details = keyBy(await fetchListEntries(lookUp, detailsFrom), 'id');
		return entries.map((entry) => ({ ...details[entry.id], ...entry }));
	}
	return {
		words,
		sendsNames,
		async search(lookUp, text, from) {
			const found = (await fetchAll(lookUp)).filter((one) => containsText(one.name, text));
			const end = from + SEARCH_PAGE_SIZE;
			return { choices: found.slice(from, end), ...(end < found.length && { next: end }) };
		},
		findByName: async (lookUp, wanted) =>
			exactMatches(await fetchListEntries(lookUp, name), (entry) => entry.name, wanted),
	};
}
