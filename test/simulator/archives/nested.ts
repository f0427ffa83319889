import { NEVER } from '../records/kind';
import type { Archive, Column, Context, Raw, Restriction } from './columns';

const NUMBERS: Restriction[] = [
	...(['int', 'decimal', 'listAny', 'associate', 'userGroup'] as const),
	...(['ejUser', 'ejCategory', 'timeSpan'] as const),
];

/** What columns have where there is no record to ask. */
function nothing(restriction: Restriction): Raw {
	if (restriction === 'date' || restriction === 'datetime') return NEVER;
	if (restriction === 'bool') return false;
	return NUMBERS.includes(restriction) ? 0 : '';
}

function nestedColumn<Row, Inner>(
	column: Column<Inner>,
	find: (row: Row, context: Context) => Inner[],
): Column<Row> {
	const { raw, all, show, ...rest } = column;
	const none = nothing(column.restriction);
	const values = (row: Row, context: Context) =>
		find(row, context).flatMap((one) => all?.(one, context) ?? [raw(one, context)]);
	return {
		...rest,
		raw: (row, context) => {
			const [first] = find(row, context);
			return first === undefined ? none : raw(first, context);
		},
		all: (row, context) => {
			const found = values(row, context);
			return found.length > 0 ? found : [none];
		},
		...(show && {
			show: (row: Row, context: Context) => {
				const [first] = find(row, context);
				return first === undefined ? '' : show(first, context);
			},
		}),
	};
}

/**
 * The columns of an archive about the records that a row has, behind a prefix. Rows show the first of
 * several, and filters ask whether one of them is meant: both are a guess.
 */
export function nested<Row, Inner>(
	prefix: string,
	columns: Record<string, Column<Inner>>,
	find: (row: Row, context: Context) => Inner[],
): Record<string, Column<Row>> {
	return Object.fromEntries(
		Object.entries(columns)
			.filter(([, { isCriterion }]) => isCriterion !== true)
			.map(([name, column]) => [`${prefix}/${name}`, nestedColumn(column, find)]),
	);
}

/** The columns of an archive but for those that begin with one of some prefixes. */
export function without<Row>(
	{ columns }: Pick<Archive<Row>, 'columns'>,
	...prefixes: string[]
): Record<string, Column<Row>> {
	return Object.fromEntries(
		Object.entries(columns).filter(([name]) => !prefixes.some((prefix) => name.startsWith(prefix))),
	);
}
