import { badArgument } from '../engine/failures';
import {
	canOrderBy,
	clockOfColumn,
	findColumn,
	type Archive,
	type Context,
	type Raw,
} from './columns';
import { makeTest } from './operators';
import { columnsOf, parseFilter, type Condition } from './parse';

/** The parameters of an archive's address, in lower case: `$orderby` is written in both ways. */
export type Parameters = Record<string, string | undefined>;

/** The parts of a comma list. */
export const names = (text: string | undefined) =>
	(text ?? '')
		.split(',')
		.map((name) => name.trim())
		.filter((name) => name !== '');

function compile<Row>(
	archive: Archive<Row>,
	condition: Condition,
	context: Context,
): (row: Row) => boolean {
	if ('column' in condition) {
		const column = findColumn(archive, condition.column);
		const { operator, values } = condition;
		const guessed = clockOfColumn(column, context);
		const clock = { ...guessed, zone: context.data.filterZone ?? guessed.zone };
		const test = makeTest(column.restriction, operator, values, { ...context, clock });
		const { all } = column;
		return all ? (row) => all(row, context).some(test) : (row) => test(column.raw(row, context));
	}
	const isAll = 'all' in condition;
	const tests = (isAll ? condition.all : condition.any).map((one) =>
		compile(archive, one, context),
	);
	return (row) => (isAll ? tests.every((test) => test(row)) : tests.some((test) => test(row)));
}

function readFilter<Row>(
	archive: Archive<Row>,
	condition: Condition | undefined,
	parameters: Parameters,
	context: Context,
): (row: Row) => boolean {
	const { entities, entity, hides } = archive;
	const wanted = names(parameters.$entities);
	for (const one of wanted) {
		if (!entities.includes(one)) throw badArgument(`${archive.name} has no entity "${one}"`);
	}
	const test = condition ? compile(archive, condition, context) : () => true;
	const named = condition ? columnsOf(condition) : [];
	const shows = !hides || named.includes(hides.column);
	return (row) =>
		(shows || !hides.isHidden(row)) &&
		(wanted.length === 0 || wanted.includes(entity(row, context.data))) &&
		test(row);
}

interface Order<Row> {
	key(row: Row): Raw;
	direction: 1 | -1;
}

function readOrder<Row>(archive: Archive<Row>, one: string, context: Context): Order<Row> {
	const [wanted, direction = 'asc', ...more] = one.split(/\s+/);
	if (!/^(asc|desc)$/i.test(direction) || more.length > 0 || !canOrderBy(archive, wanted)) {
		throw badArgument(`"${one}" is no order`);
	}
	const { raw } = findColumn(archive, wanted);
	return {
		// By the codes of the letters, without case: a guess.
		key: (row) => {
			const value = raw(row, context);
			return typeof value === 'string' ? value.toLowerCase() : value;
		},
		direction: direction.toLowerCase() === 'desc' ? -1 : 1,
	};
}

/** In the wanted order; where that says nothing, by number. */
function ordered<Row>(archive: Archive<Row>, rows: Row[], orders: Array<Order<Row>>): Row[] {
	const all = [...orders, { key: archive.key, direction: 1 as const }];
	const keyed = rows.map((row) => ({ row, keys: all.map(({ key }) => key(row)) }));
	keyed.sort((a, b) => {
		const at = a.keys.findIndex((key, index) => key !== b.keys[index]);
		if (at < 0) return 0;
		return (a.keys[at] < b.keys[at] ? -1 : 1) * all[at].direction;
	});
	return keyed.map(({ row }) => row);
}

/** The key that a filter makes all rows be behind; undefined for none. */
function lowerLimit(condition: Condition | undefined, column: string): number | undefined {
	if (!condition || 'any' in condition) {
		return condition?.any.length === 1 ? lowerLimit(condition.any[0], column) : undefined;
	}
	if ('all' in condition) {
		const limits = condition.all.flatMap((one) => lowerLimit(one, column) ?? []);
		return limits.length > 0 ? Math.max(...limits) : undefined;
	}
	const isLimit = condition.column === column && /^(gt|>|greater)$/i.test(condition.operator);
	return isLimit ? Number(condition.values[0].text) : undefined;
}

/** A page of rows. */
export interface Page<Row> {
	rows: Row[];
	hasMore: boolean;
}

/**
 * The page of rows that the parameters ask for. Each row that had to be looked at is counted: like a
 * database with an index, from a lower limit of the key on when that is the order, and no further
 * than the page; else all of them.
 * @throws Failure for parameters that are refused
 */
export function findPage<Row>(
	archive: Archive<Row>,
	parameters: Parameters,
	context: Context,
	{ skip, top }: { skip: number; top: number },
): Page<Row> {
	const { index } = archive;
	const wanted = names(parameters.$orderby);
	const orders = wanted.map((one) => readOrder(archive, one, context));
	const filter = parameters.$filter?.trim() ?? '';
	const condition = filter === '' ? undefined : parseFilter(filter);
	const test = readFilter(archive, condition, parameters, context);
	const [first = ''] = wanted;
	const byKey = index !== undefined && new RegExp(`^${index.column}( +asc)?$`, 'i').test(first);
	const start = byKey ? lowerLimit(condition, index.column) : undefined;
	const rows =
		index && start !== undefined ? index.after(context.data, start) : archive.rows(context.data);
	const isInOrder = byKey || (index !== undefined && orders.length === 0);
	const found: Row[] = [];
	for (const row of rows) {
		context.data.rowsScanned += 1;
		if (test(row)) found.push(row);
		if (isInOrder && found.length > skip + top) break;
	}
	const sorted = isInOrder ? found : ordered(archive, found, orders);
	return { rows: sorted.slice(skip, skip + top), hasMore: found.length > skip + top };
}
