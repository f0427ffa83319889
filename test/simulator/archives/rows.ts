import { badArgument } from '../failures';
import { findColumn, type Archive, type Context, type Raw } from './columns';
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
		const { restriction, raw } = findColumn(archive, condition.column);
		const test = makeTest(restriction, condition.operator, condition.values, context);
		return (row) => test(raw(row, context));
	}
	const isAll = 'all' in condition;
	const tests = (isAll ? condition.all : condition.any).map((one) =>
		compile(archive, one, context),
	);
	return (row) => (isAll ? tests.every((test) => test(row)) : tests.some((test) => test(row)));
}

function filtered<Row>(archive: Archive<Row>, parameters: Parameters, context: Context): Row[] {
	const { entities, entity, hides } = archive;
	const wanted = names(parameters.$entities);
	for (const one of wanted) {
		if (!entities.includes(one)) throw badArgument(`${archive.name} has no entity "${one}"`);
	}
	const filter = parameters.$filter?.trim() ?? '';
	const condition = filter === '' ? undefined : parseFilter(filter);
	const test = condition ? compile(archive, condition, context) : () => true;
	const named = condition ? columnsOf(condition) : [];
	const shows = !hides || named.includes(hides.column);
	return [...archive.rows(context.data)].filter(
		(row) =>
			(shows || !hides.isHidden(row)) &&
			(wanted.length === 0 || wanted.includes(entity(row))) &&
			test(row),
	);
}

interface Order<Row> {
	key(row: Row): Raw;
	direction: 1 | -1;
}

function readOrder<Row>(archive: Archive<Row>, one: string, context: Context): Order<Row> {
	const [wanted, direction = 'asc', ...more] = one.split(/\s+/);
	const cannot =
		archive.unordered?.includes(wanted) ?? (archive.ordered && !archive.ordered.includes(wanted));
	if (!/^(asc|desc)$/i.test(direction) || more.length > 0 || cannot) {
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

/**
 * The rows that the parameters ask for, all pages of them.
 * @throws Failure for parameters that are refused
 */
export function findRows<Row>(
	archive: Archive<Row>,
	parameters: Parameters,
	context: Context,
): Row[] {
	const orders = names(parameters.$orderby).map((one) => readOrder(archive, one, context));
	return ordered(archive, filtered(archive, parameters, context), orders);
}
