import uniq from 'lodash/uniq';

import type { Json } from '../json';
import { rowKey, expectRows } from '../transport/expectedBody';
import type { ApiRequest } from '../transport/session';
import type { Condition, ArchiveRow } from './condition';

/** A column by which rows are ordered. */
export interface SortOrder {
	column: string;
	direction: 'asc' | 'desc';
}

/** A query on an archive. */
export interface ArchiveQuery extends Pick<ApiRequest, 'path' | 'headers' | 'timeout'> {
	/** Texts for errors of the requests. */
	errorNotes?: Pick<ApiRequest, 'purpose' | 'alreadyDone'>;
	/** Name of the archive that the path reads as a whole; a list of one record's has none. */
	archive?: string;
	/** Column of the record's number. */
	key: string;
	columns: string[];
	/** What rows have to meet, all of it. */
	conditions: Condition[];
	/** Without any, rows come by number. */
	order: SortOrder[];
	/** How many rows at most; Infinity for all. */
	limit: number;
	/** Columns that each row must have. */
	requiredColumns?: string[];
	/** A page with fewer rows is the last one; without it only an empty page is. */
	minFullPage?: number;
}

/** Rows of a page: the size that SuperOffice's best practices use. */
const PAGE_SIZE = 1000;

/** Web servers refuse longer addresses: 2048 characters of a query are the usual limit of IIS. */
const LONGEST_QUERY = 2000;

/** The call for a page; the parameters that do not fit an address are sent as a form. */
function pageRequest(
	{ path, archive, key, requiredColumns, headers, timeout, errorNotes }: ArchiveQuery,
	query: Record<string, string>,
): ApiRequest {
	const form = new URLSearchParams(query).toString();
	const common = {
		...errorNotes,
		timeout,
		expect: expectRows(key, requiredColumns),
		readsOnly: true,
	} as const;
	if (form.length <= LONGEST_QUERY || archive === undefined)
		return { ...common, method: 'GET', path, query, headers };
	const type = { 'Content-Type': 'application/x-www-form-urlencoded' };
	const address = `Archive/${archive}`;
	return { ...common, method: 'POST', path: address, headers: { ...headers, ...type }, body: form };
}

/** The paging of a query. */
interface Paging {
	orderBy: string;
	/** The parameters of the next page. */
	next(conditions: string[]): { filter: string; skip?: number };
	/** Marks a row as seen; false for one that was seen before. */
	markSeen(id: number): boolean;
	/** Ends a page. */
	endPage(rows: number): void;
}

/** Keyset paging: each page starts after the last ID, and every row is read once. */
function byKey(key: string, direction: SortOrder['direction']): Paging {
	const descends = direction === 'desc';
	let last: number | undefined;
	let page = new Set<number>();
	return {
		orderBy: `${key} ${direction}`,
		next: (conditions) => {
			const isLater = descends && last !== undefined;
			const behind = isLater ? `${key} lt ${last}` : `${key} gt ${last ?? 0}`;
			return { filter: [...conditions, behind].join(' and ') };
		},
		markSeen: (id) => {
			const isKnown = page.has(id) || (last !== undefined && (descends ? id >= last : id <= last));
			page.add(id);
			return !isKnown;
		},
		endPage: () => {
			for (const id of page) {
				if (last === undefined || (descends ? id < last : id > last)) last = id;
			}
			page = new Set();
		},
	};
}

/** Offset paging ($skip): rows that move meanwhile may be read twice. */
function bySkip(key: string, order: SortOrder[]): Paging {
	const seen = new Set<number>();
	let skip = 0;
	const isKeyed = order.some(({ column }) => column === key);
	const all: SortOrder[] = isKeyed ? order : [...order, { column: key, direction: 'asc' }];
	return {
		orderBy: all.map(({ column, direction }) => `${column} ${direction}`).join(','),
		next: (conditions) => ({
			// A search without any term is refused, or costs the whole database.
			filter: (conditions.length > 0 ? conditions : [`${key} gt 0`]).join(' and '),
			...(skip > 0 && { skip }),
		}),
		markSeen: (id) => seen.size < seen.add(id).size,
		endPage: (rows) => void (skip += rows),
	};
}

/**
 * Reads an archive page by page, and keeps nothing of a page that is done. Without an order, or
 * with one by number, the cost grows with the rows; otherwise with their square, as SuperOffice
 * starts each page from the first row (SuperOffice's documentation of best practices).
 * `odata.nextLink` is not followed: it may lead anywhere. Servers may cut pages short without a word, so
 * that a short page is not the end.
 * @throws NodeApiError for a page that is refused, or whose rows have no numbers
 */
export async function* readRows(
	request: (request: ApiRequest) => Promise<Json>,
	query: ArchiveQuery,
): AsyncGenerator<ArchiveRow> {
	const { key, columns, conditions, order, limit, minFullPage = 0 } = query;
	const [first] = order;
	const isByKey = !first || first.column === key;
	const paging = isByKey ? byKey(key, first?.direction ?? 'asc') : bySkip(key, order);
	const needed = conditions.flatMap((condition) => condition.columns ?? []);
	const select = uniq([...columns, ...needed, key]).join(',');
	const terms = conditions.flatMap(({ filter }) => filter ?? []);
	const isKept = (row: ArchiveRow) => conditions.every(({ matches }) => matches?.(row) ?? true);
	let left = limit;
	for (let size = 0; left > 0;) {
		// Twice as many where those before did not do.
		size = Math.min(PAGE_SIZE, Math.max(left, size * 2));
		const { filter, skip } = paging.next(terms);
		const parameters = {
			$select: select,
			$filter: filter,
			$orderBy: paging.orderBy,
			$top: String(size),
			...(skip !== undefined && { $skip: String(skip) }),
			$output: 'Logical',
		};
		const answer = await request(pageRequest(query, parameters));
		const rows = (answer as { value: ArchiveRow[] }).value;
		const fresh = rows.filter((row) => paging.markSeen(Number(rowKey(row, key))));
		for (const row of fresh.filter(isKept).slice(0, left)) {
			left -= 1;
			yield row;
		}
		if (fresh.length === 0 || rows.length < Math.min(size, minFullPage)) return;
		paging.endPage(rows.length);
	}
}
