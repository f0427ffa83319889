import { isRecord, type Json } from '../json';
import { literal } from '../transport/odata';
import { namesakes, PAGE_SIZE, type Ask, type Choice, type Source } from './source';

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

	async function query(ask: Ask, condition: string, from: number, within?: number) {
		const terms = [
			// A search without any term is refused, or costs the whole database.
			condition || `${id} gt 0`,
			...(within && texts.within ? [`${texts.within} = ${within}`] : []),
		];
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
			expect: 'record',
		});
		const rows = isRecord(answer) && Array.isArray(answer.value) ? answer.value : [];
		return (rows as Array<Record<string, Json>>).map((row) => ({
			row,
			isKeptOut: keptOutBy.some((column) => row[column] === true),
		}));
	}

	const toChoice = (row: Record<string, Json>): Choice => ({
		id: Number(row[id]),
		name: textOf(row[name]),
		...(detail && textOf(row[detail]) !== '' && { detail: textOf(row[detail]) }),
	});

	return {
		words,
		async search(ask, text, from, within) {
			const condition =
				text.trim() === '' ? '' : `${nameColumns[0]} contains ${literal(text.trim())}`;
			const rows = await query(ask, condition, from, within);
			return {
				choices: rows.filter(({ isKeptOut }) => !isKeptOut).map(({ row }) => toChoice(row)),
				...(rows.length === PAGE_SIZE && { next: from + PAGE_SIZE }),
			};
		},
		async named(ask, wanted, within) {
			const [nameColumn, ...longer] = nameColumns;
			const hasParts = wanted.includes(',');
			for (const column of [nameColumn, ...(hasParts ? longer : [])]) {
				const rows = await query(ask, `${column} is ${literal(wanted)}`, 0, within);
				const kept = rows.filter(({ isKeptOut }) => !isKeptOut).map(({ row }) => row);
				const found = namesakes(kept, (row) => textOf(row[column]), wanted);
				if (found.length > 0) return found.map(toChoice);
			}
			return [];
		},
	};
}
