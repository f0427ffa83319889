import uniq from 'lodash/uniq';

import type { Json } from '../json';
import { keyOf, rowsBy } from '../transport/expected';
import type { ApiRequest } from '../transport/request';
import type { Condition, Row } from './condition';

/** A column by which rows are ordered. */
export interface Order {
	column: string;
	direction: 'asc' | 'desc';
}

/** What to read of an archive. */
export interface Query extends Pick<ApiRequest, 'path' | 'headers' | 'timeout'> {
	/** What errors say of the calls. */
	circumstances?: Pick<ApiRequest, 'purpose' | 'alreadyDone'>;
	/** Name of the archive that the path reads. */
	archive: string;
	/** Column of the record's number. */
	key: string;
	columns: string[];
	/** What rows have to meet, all of it. */
	conditions: Condition[];
	/** Without any, rows come by number. */
	order: Order[];
	/** How many rows at most; Infinity for all. */
	limit: number;
	/** Columns that no row may lack. */
	demanded?: string[];
	/** How few rows of a page are surely the last ones; without it only an empty page is the end. */
	sureOf?: number;
}

/** Rows of a page: the size that SuperOffice's best practices use. */
const PAGE_SIZE = 1000;

/** Web servers refuse longer addresses: 2048 characters of a query are the usual limit of IIS. */
const LONGEST_QUERY = 2000;

/** The call for a page; the parameters that do not fit an address are sent as a form. */
function requestFor(
	{ path, archive, key, demanded, headers, timeout, circumstances }: Query,
	query: Record<string, string>,
): ApiRequest {
	const form = new URLSearchParams(query).toString();
	const common = {
		...circumstances,
		timeout,
		expect: rowsBy(key, demanded),
		readsOnly: true,
	} as const;
	if (form.length <= LONGEST_QUERY) return { ...common, method: 'GET', path, query, headers };
	const type = { 'Content-Type': 'application/x-www-form-urlencoded' };
	const address = `Archive/${archive}`;
	return { ...common, method: 'POST', path: address, headers: { ...headers, ...type }, body: form };
}

/** How the pages of a query follow each other. */
interface Paging {
	orderBy: string;
	/** The parameters of the next page. */
	next(conditions: string[]): { filter: string; skip?: number };
	/** Takes note of a row; false for one that came before. */
	take(id: number): boolean;
	/** Ends a page. */
	turn(rows: number): void;
}

/** Each page starts behind the last number: every row is read once. */
function byKey(key: string, direction: Order['direction']): Paging {
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
		take: (id) => {
			const isKnown = page.has(id) || (last !== undefined && (descends ? id >= last : id <= last));
			page.add(id);
			return !isKnown;
		},
		turn: () => {
			for (const id of page) {
				if (last === undefined || (descends ? id < last : id > last)) last = id;
			}
			page = new Set();
		},
	};
}

/** Each page counts all rows before it again. Rows that move meanwhile may come twice. */
function bySkip(key: string, order: Order[]): Paging {
	const seen = new Set<number>();
	let skip = 0;
	const isKeyed = order.some(({ column }) => column === key);
	const all: Order[] = isKeyed ? order : [...order, { column: key, direction: 'asc' }];
	return {
		orderBy: all.map(({ column, direction }) => `${column} ${direction}`).join(','),
		next: (conditions) => ({
			// A search without any term is refused, or costs the whole database.
			filter: (conditions.length > 0 ? conditions : [`${key} gt 0`]).join(' and '),
			...(skip > 0 && { skip }),
		}),
		take: (id) => seen.size < seen.add(id).size,
		turn: (rows) => void (skip += rows),
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
	query: Query,
): AsyncGenerator<Row> {
	const { key, columns, conditions, order, limit, sureOf = 0 } = query;
	const [first] = order;
	const isByKey = !first || first.column === key;
	const paging = isByKey ? byKey(key, first?.direction ?? 'asc') : bySkip(key, order);
	const needed = conditions.flatMap((condition) => condition.columns ?? []);
	const select = uniq([...columns, ...needed, key]).join(',');
	const terms = conditions.flatMap(({ filter }) => filter ?? []);
	const isKept = (row: Row) => conditions.every(({ keeps }) => keeps?.(row) ?? true);
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
		const answer = await request(requestFor(query, parameters));
		const rows = (answer as { value: Row[] }).value;
		const fresh = rows.filter((row) => paging.take(Number(keyOf(row, key))));
		for (const row of fresh.filter(isKept).slice(0, left)) {
			left -= 1;
			yield row;
		}
		if (fresh.length === 0 || rows.length < Math.min(size, sureOf)) return;
		paging.turn(rows.length);
	}
}
