import type { Json } from '../json';
import { keyOf, rowsBy } from '../transport/expected';
import { literal } from '../transport/odata';
import { LISTED, namesakes, PAGE_SIZE, type Ask, type Choice, type Source } from './source';

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
	/** Column that tells records of the same name apart. */
	detail?: string;
	/** Column of the ID within which a search may be narrowed. */
	within?: string;
	/** The archive's entities, where not all of them are wanted. */
	entities?: string;
	/** Columns of switches that keep a record out, such as `retired`. */
	keptOutBy?: string[];
}

const textOf = (value: Json | undefined) =>
	typeof value === 'string' || typeof value === 'number' ? String(value) : '';

/**
 * A source over an archive (GET /api/v1/Contact and the like; columns and operators after
 * SuperOffice's reference of archive providers and of restriction types).
 */
export function archive(texts: ArchiveTexts): Source {
	const { words, path, id, name, nameColumns = [name], detail, keptOutBy = [] } = texts;
	const columns = [
		...new Set([id, name, ...nameColumns, ...(detail ? [detail] : []), ...keptOutBy]),
	];

	/** One page of rows, those that are kept out left out. */
	async function readPage(ask: Ask, terms: string[], from: number) {
		const answer = await ask({
			method: 'GET',
			path,
			query: {
				$select: columns.join(','),
				$filter: terms.join(' and '),
				$orderBy: `${name},${id}`,
				$top: String(PAGE_SIZE),
				...(from > 0 && { $skip: String(from) }),
				...(texts.entities && { $entities: texts.entities }),
				$output: 'Logical',
			},
			expect: rowsBy(id),
			purpose: `looking up ${words[1]}`,
		});
		const all = (answer as { value: Row[] }).value;
		const rows = all.filter((row) => !keptOutBy.some((column) => row[column] === true));
		return { rows, ...(all.length === PAGE_SIZE && { next: from + PAGE_SIZE }) };
	}

	/** The pages of a search, as many as are asked for. */
	async function* pages(ask: Ask, condition: string, within?: number, first = 0) {
		const terms = [condition, ...(within && texts.within ? [`${texts.within} = ${within}`] : [])];
		for (let from: number | undefined = first; from !== undefined;) {
			const page: { rows: Row[]; next?: number } = await readPage(ask, terms, from);
			yield page;
			from = page.next;
		}
	}

	const toChoice = (row: Row): Choice => ({
		id: Number(keyOf(row, id)),
		name: textOf(row[name]),
		...(detail && textOf(row[detail]) !== '' && { detail: textOf(row[detail]) }),
	});

	return {
		words,
		async search(ask, text, from, within) {
			const wanted = text.trim();
			// A search without any term is refused, or costs the whole database.
			const condition =
				wanted === '' ? `${id} gt 0` : `${nameColumns[0]} contains ${literal(wanted)}`;
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
