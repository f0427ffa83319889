import sortBy from 'lodash/sortBy';
import uniqBy from 'lodash/uniqBy';
import { DateTime } from 'luxon';

import type { Json } from '../json';
import { keyOf, rowsBy } from '../transport/expected';
import { literal } from '../transport/odata';
import {
	LISTED,
	namesakes,
	PAGE_SIZE,
	type Ask,
	type Choice,
	type Page,
	type Source,
} from './source';

type Row = Record<string, Json>;

/** A search in one of SuperOffice's archives, by its columns. */
interface ArchiveTexts {
	words: Source['words'];
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
	/** Column of the ID within which a search may be narrowed. */
	within?: string;
	/** The archive's entities, where not all of them are wanted. */
	entities?: string;
	/** Columns of switches that keep a record out, such as `retired`. */
	keptOutBy?: string[];
}

/** Which rows of a search, and in which order. */
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
export function archive(texts: ArchiveTexts): Source {
	const { words, path, id, name, nameColumns = [name], time, keptOutBy = [] } = texts;
	const { unnamed = '', details = [] } = texts;
	const shown = [id, name, ...nameColumns, ...(time ? [time] : []), ...details, ...keptOutBy];
	const columns = [...new Set(shown)];

	/** One page of rows, those that are kept out left out. */
	async function readPage(ask: Ask, { terms, orderBy, from, size }: Part) {
		const answer = await ask({
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
			expect: rowsBy(id),
			purpose: `looking up ${words[1]}`,
		});
		const all = (answer as { value: Row[] }).value;
		const rows = all.filter((row) => !keptOutBy.some((column) => row[column] === true));
		return { rows, ...(all.length === size && { next: from + size }) };
	}

	/** The pages of a search by name, as many as are asked for. */
	async function* pages(ask: Ask, condition: string, within?: number, first = 0) {
		const terms = [condition, ...(within && texts.within ? [`${texts.within} = ${within}`] : [])];
		const part = { terms, orderBy: `${name},${id}`, size: PAGE_SIZE };
		for (let from: number | undefined = first; from !== undefined;) {
			const page: { rows: Row[]; next?: number } = await readPage(ask, { ...part, from });
			yield page;
			from = page.next;
		}
	}

	function toChoice(row: Row): Choice {
		const detail = details.map((column) => textOf(row[column])).filter(Boolean);
		const at = time && DateTime.fromISO(textOf(row[time]), { zone: 'UTC' });
		return {
			id: Number(keyOf(row, id)),
			name: textOf(row[name]).trim() || unnamed,
			...(at && at.isValid && at.year > 1 && { time: at }),
			...(detail.length > 0 && { detail: detail.join(', ') }),
		};
	}

	/** A page of what comes and of what is past, half of each: the nearest to the present first. */
	async function nearest(ask: Ask, condition: string, column: string, from: number): Promise<Page> {
		const now = DateTime.utc();
		const half = PAGE_SIZE / 2;
		const side = async (operator: string, direction: string) =>
			await readPage(ask, {
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
		async search(ask, text, from, within) {
			const wanted = text.trim();
			// A search without any term is refused, or costs the whole database.
			const condition =
				wanted === '' ? `${id} gt 0` : `${nameColumns[0]} contains ${literal(wanted)}`;
			if (time !== undefined) return await nearest(ask, condition, time, from);
			for await (const { rows, next } of pages(ask, condition, within, from)) {
				if (rows.length > 0 || next === undefined) return { choices: rows.map(toChoice), next };
			}
			return { choices: [] };
		},
		async named(ask, wanted, within) {
			const [nameColumn, ...longer] = nameColumns;
			const hasParts = wanted.includes(',');
			for (const column of [nameColumn, ...(hasParts ? longer : [])]) {
				const all: Row[] = [];
				for await (const { rows } of pages(ask, `${column} is ${literal(wanted)}`, within)) {
					for (const row of rows) all.push(row);
					if (all.length > LISTED) break;
				}
				const found = namesakes(all, (row) => textOf(row[column]), wanted);
				if (found.length > 0) return found.map(toChoice);
			}
			return [];
		},
	};
}
