import sortBy from 'lodash/sortBy';
import uniqBy from 'lodash/uniqBy';
import { DateTime } from 'luxon';

import type { Json } from '../json';
import { rowKey, expectRows } from '../transport/expectedBody';
import { odataString } from '../transport/odataString';
import {
	MAX_CANDIDATES,
	exactMatches,
	SEARCH_PAGE_SIZE,
	type LookUp,
	type Choice,
	type SearchPage,
	type LookupSource,
	type Within,
} from './source';

type Row = Record<string, Json>;

/** A search in one of SuperOffice's archives, by its columns. */
interface ArchiveTexts {
	words: LookupSource['words'];
	/** Path below /api/v1, such as `Contact`. */
	path: string;
	/** Column of the record's ID. */
	id: string;
	/** Column of the name that is shown. */
	name: string;
	/** Columns by which a name is found: the usual one, and those of names in parts, with commas. */
	nameColumns?: string[];
	/** What a record without a name is called. */
	unnamed?: string;
	/** Columns that tell records of the same name apart. */
	details?: string[];
	/** Column of the time that a record is about: a search then finds the nearest in time first. */
	time?: string;
	within?: Within;
	/** The archive's entities, where not all of them are wanted. */
	entities?: string;
	/** Whether people know the records by their numbers, and the newest best: digits find the number, too. */
	byNumber?: boolean;
	/** Boolean columns that exclude a record, such as `retired`. */
	keptOutBy?: string[];
}

/** A page of a search. */
interface Part {
	terms: string[];
	orderBy: string;
	from: number;
	size: number;
}

/** Without it a time would mean another one in every zone. */
const WITH_OFFSET = { 'SO-TimeZone': 'UTC, includeTZOffset' };

const textOf = (value: Json | undefined) =>
	typeof value === 'string' || typeof value === 'number' ? String(value) : '';

/**
 * A source over an archive (GET /api/v1/Contact and the like; columns and operators after
 * SuperOffice's reference of archive providers and of restriction types).
 */
export function archiveSource(texts: ArchiveTexts): LookupSource {
	const { words, path, id, name, nameColumns = [name], time, keptOutBy = [] } = texts;
	const { unnamed = '', details = [] } = texts;
	const shown = [id, name, ...nameColumns, ...(time ? [time] : []), ...details, ...keptOutBy];
	const columns = [...new Set(shown)];

	/** One page of rows without the excluded ones. */
	async function readPage(lookUp: LookUp, { terms, orderBy, from, size }: Part) {
		const answer = await lookUp({
			method: 'GET',
			path,
			query: {
				$select: columns.join(','),
				$filter: terms.join(' and '),
				$orderBy: orderBy,
				$top: String(size),
				...(from > 0 && { $skip: String(from) }),
				...(texts.entities && { $entities: texts.entities }),
				$output: 'Logical',
			},
			...(time && { headers: WITH_OFFSET }),
			expect: expectRows(id),
			purpose: `looking up ${words[1]}`,
		});
		const all = (answer as { value: Row[] }).value;
		const rows = all.filter((row) => !keptOutBy.some((column) => row[column] === true));
		return { rows, ...(all.length === size && { next: from + size }) };
	}

	/** The pages of a search by name, as many as are asked for. */
	async function* pages(lookUp: LookUp, condition: string, within?: number, first = 0) {
		const terms = [
			condition,
			...(within && texts.within ? [`${texts.within.column} = ${within}`] : []),
		];
		const orderBy = texts.byNumber ? `${id} desc` : `${name},${id}`;
		const part = { terms, orderBy, size: SEARCH_PAGE_SIZE };
		for (let from: number | undefined = first; from !== undefined;) {
			const page: { rows: Row[]; next?: number } = await readPage(lookUp, { ...part, from });
			yield page;
			from = page.next;
		}
	}

	function toChoice(row: Row): Choice {
		const detail = details.map((column) => textOf(row[column])).filter(Boolean);
		const at = time && DateTime.fromISO(textOf(row[time]), { zone: 'UTC' });
		return {
			id: Number(rowKey(row, id)),
			name: textOf(row[name]).trim() || unnamed,
			...(at && at.isValid && at.year > 1 && { time: at }),
			...(detail.length > 0 && { detail: detail.join(', ') }),
		};
	}

	/** The record that a search names by its number, such as `#62`. */
	async function withNumber(lookUp: LookUp, wanted: string): Promise<Choice[]> {
		const [, number] = /^#?(\d{1,9})$/.exec(wanted) ?? [];
		if (number === undefined) return [];
		const part = { terms: [`${id} = ${number}`], orderBy: id, from: 0, size: 1 };
		return (await readPage(lookUp, part)).rows.map(toChoice);
	}

	/** A page of future and past records, half of each, nearest to now first. */
	async function nearest(
		lookUp: LookUp,
		condition: string,
		column: string,
		from: number,
	): Promise<SearchPage> {
		const now = DateTime.utc();
		const half = SEARCH_PAGE_SIZE / 2;
		const side = async (operator: string, direction: string) =>
			await readPage(lookUp, {
				terms: [condition, `${column} ${operator} '${now.toFormat("yyyy-MM-dd'T'HH:mm:ss")}'`],
				orderBy: `${column} ${direction},${id}`,
				from,
				size: half,
			});
		const sides = await Promise.all([side('afterTime', 'asc'), side('beforeTime', 'desc')]);
		const found = sides.flatMap(({ rows }) => rows.map(toChoice));
		const distance = ({ time: at }: Choice) => (at ? Math.abs(+at - +now) : Infinity);
		return {
			choices: sortBy(uniqBy(found, 'id'), distance),
			...(sides.some(({ next }) => next !== undefined) && { next: from + half }),
		};
	}

	return {
		words,
		within: texts.within,
		async search(lookUp, text, from, within) {
			const wanted = text.trim();
			// A search without any term is refused, or costs the whole database.
			const condition =
				wanted === '' ? `${id} gt 0` : `${nameColumns[0]} contains ${odataString(wanted)}`;
			if (time !== undefined) return await nearest(lookUp, condition, time, from);
			const numbered = from === 0 && texts.byNumber ? await withNumber(lookUp, wanted) : [];
			for await (const { rows, next } of pages(lookUp, condition, within, from)) {
				if (rows.length === 0 && next !== undefined) continue;
				return { choices: uniqBy([...numbered, ...rows.map(toChoice)], 'id'), next };
			}
			return { choices: numbered };
		},
		async findByName(lookUp, wanted, within) {
			const [nameColumn, ...longer] = nameColumns;
			const hasParts = wanted.includes(',');
			for (const column of [nameColumn, ...(hasParts ? longer : [])]) {
				const all: Row[] = [];
				for await (const { rows } of pages(lookUp, `${column} is ${odataString(wanted)}`, within)) {
					for (const row of rows) all.push(row);
					if (all.length > MAX_CANDIDATES) break;
				}
				const found = exactMatches(all, (row) => textOf(row[column]), wanted);
				if (found.length > 0) return found.map(toChoice);
			}
			return [];
		},
	};
}
