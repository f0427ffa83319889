import type { Carrier } from '../carriers';
import { writeDate } from '../dates';
import { badArgument, notFound } from '../failures';
import * as archives from './archives';
import type { Archive, Column, Context, Raw } from './columns';
import { makeTest } from './operators';
import { columnsOf, parseFilter, type Condition } from './parse';

/** The parameters of an archive's address, in lower case: `$orderby` is written in both ways. */
export type Parameters = Record<string, string | undefined>;

/** How many rows come out at most without $top: a guess. */
const PAGE = 1000;

const names = (text: string | undefined) =>
	(text ?? '')
		.split(',')
		.map((name) => name.trim())
		.filter((name) => name !== '');

function findColumn<Row>({ name, columns }: Archive<Row>, wanted: string): Column<Row> {
	if (Object.hasOwn(columns, wanted)) return columns[wanted];
	throw badArgument(`The archive ${name} has no column "${wanted}"`);
}

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
	if (!/^(asc|desc)$/i.test(direction) || more.length > 0) {
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

function count(text: string | undefined, otherwise: number): number {
	if (text === undefined || text === '') return otherwise;
	if (!/^\d+$/.test(text)) throw badArgument(`"${text}" is not a number of rows`);
	return Number(text);
}

function shown<Row>(column: Column<Row>, row: Row, logical: boolean, context: Context): Raw {
	if (column.show) return column.show(row, context);
	const raw = column.raw(row, context);
	if (column.restriction === 'date') return writeDate(String(raw), ['StartDate'], context.clock);
	// The names of the icons are documented nowhere: a guess.
	return typeof raw === 'boolean' && !logical ? (raw ? 'checked' : 'unchecked') : raw;
}

/** A row's columns by name. */
type Cells<Row> = Array<[string, Column<Row>]>;

function slimRow<Row>(
	archive: Archive<Row>,
	row: Row,
	cells: Cells<Row>,
	parameters: Parameters,
	context: Context,
): Carrier {
	const safe = parameters.$jsonsafe?.toLowerCase() === 'true';
	const logical = parameters.$output?.toLowerCase() === 'logical';
	return {
		PrimaryKey: String(archive.key(row)),
		EntityName: archive.entity(row),
		...Object.fromEntries(
			cells.map(([name, one]) => [
				safe ? name.replace(/\W/g, '_') : name,
				shown(one, row, logical, context),
			]),
		),
	};
}

function fullRow<Row>(
	archive: Archive<Row>,
	row: Row,
	cells: Cells<Row>,
	context: Context,
): Carrier {
	return {
		PrimaryKey: archive.key(row),
		EntityName: archive.entity(row),
		StyleHint: '',
		LinkHint: '',
		TableRight: null,
		Column: Object.fromEntries(
			cells.map(([name, one]) => [
				name,
				{
					RawValue: one.raw(row, context),
					DisplayValue: String(shown(one, row, true, context)),
					LinkHint: '',
					TooltipHint: '',
				},
			]),
		),
	};
}

function run<Row>(archive: Archive<Row>, parameters: Parameters, context: Context): Carrier {
	const selected = names(parameters.$select);
	const wanted = selected.length > 0 ? selected : Object.keys(archive.columns);
	const cells: Cells<Row> = wanted.map((name) => [name, findColumn(archive, name)]);
	const orders = names(parameters.$orderby).map((one) => readOrder(archive, one, context));
	const top = count(parameters.$top, PAGE);
	const skip = count(parameters.$skip, 0);
	const rows = ordered(archive, filtered(archive, parameters, context), orders);
	const isFull = parameters.$mode?.toLowerCase() === 'full';
	const address = `${context.root}/api/v1/Archive`;
	const more = new URLSearchParams({ ...parameters, $skip: String(skip + top) } as Record<
		string,
		string
	>);
	return {
		'odata.metadata': `${address}/$metadata`,
		// Its form is documented nowhere: a guess.
		'odata.nextLink':
			skip + top < rows.length ? `${address}/${archive.name}?${more.toString()}` : null,
		value: rows
			.slice(skip, skip + top)
			.map((row) =>
				isFull
					? fullRow(archive, row, cells, context)
					: slimRow(archive, row, cells, parameters, context),
			),
	};
}

/** The archives by name, each asked in the types of its own rows. */
const RUNS = new Map<string, (parameters: Parameters, context: Context) => Carrier>();

function add<Row>(archive: Archive<Row>): void {
	RUNS.set(archive.name.toLowerCase(), (parameters, context) => run(archive, parameters, context));
}

add(archives.simpleContact);
add(archives.person);
add(archives.findProject);
add(archives.findSale);
add(archives.findAppointment);
add(archives.findDocument);
add(archives.findSelection);
add(archives.internalUsers);

/**
 * An archive's answer; names are compared without case.
 * @throws Failure for an archive that is none (404, a guess), and for parameters that are refused (400)
 */
export function readArchive(name: string, parameters: Parameters, context: Context): Carrier {
	const found = RUNS.get(name.toLowerCase());
	if (!found) throw notFound(`Archive "${name}"`);
	return found(parameters, context);
}
