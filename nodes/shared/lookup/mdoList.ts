import uniqBy from 'lodash/uniqBy';

import { isRecord, type Json } from '../json';
import { listBy } from '../transport/expected';
import { containsText, namesakes, PAGE_SIZE, type Ask, type Choice, type Source } from './source';

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

/**
 * The entries of one of SuperOffice's lists, in its order, but for deleted and hidden ones
 * (GET /api/v1/MDOList/{name}/selectable; SuperOffice's documentation of MDO providers).
 */
export async function listEntries(ask: Ask, name: string): Promise<Choice[]> {
	const entries = await ask({
		method: 'GET',
		path: `MDOList/${encodeURIComponent(name)}/selectable`,
		query: { flat: 'true' },
		expect: listBy('Id'),
		purpose: `reading the list ${name}`,
	});
	const shown = leavesOf(entries).filter(({ Deleted, Hidden }) => !Deleted && !Hidden);
	// An entry may stand below several headings.
	return uniqBy(shown, 'Id').map(({ Id, Name }) => ({ id: Number(Id), name: String(Name) }));
}

/** One of SuperOffice's lists; it comes whole, in one call. */
export function mdoList(name: string, words: Source['words']): Source {
	return {
		words,
		async search(ask, text, from) {
			const found = (await listEntries(ask, name)).filter((one) => containsText(one.name, text));
			const end = from + PAGE_SIZE;
			return { choices: found.slice(from, end), ...(end < found.length && { next: end }) };
		},
		named: async (ask, wanted) =>
			namesakes(await listEntries(ask, name), (entry) => entry.name, wanted),
	};
}
