import type { Data } from '../data';
import { badArgument } from '../failures';
import type { Wishes } from '../present';

/** Restriction types of the archive providers' reference. */
export type Restriction =
	| 'string'
	| 'stringorPK'
	| 'positiveString'
	| 'int'
	| 'bool'
	| 'date'
	| 'listAny'
	| 'associate'
	| 'userGroup'
	/** No filter can name the column. */
	| 'none';

/** What an archive is asked with. */
export interface Context extends Wishes {
	data: Data;
}

export type Raw = string | number | boolean;

/** A column of an archive with rows of one kind. */
export interface Column<Row> {
	restriction: Restriction;
	/** What filters and orders look at; dates are instants in UTC. */
	raw(row: Row, context: Context): Raw;
	/** What stands in the answer, the raw value by default; lists show texts. */
	show?(row: Row, context: Context): string;
}

/** An archive: what the reference of its provider says, as far as the simulator has it. */
export interface Archive<Row> {
	name: string;
	/** The entities that $entities can name; none means all of them. */
	entities: string[];
	entity(row: Row): string;
	key(row: Row): number;
	columns: Record<string, Column<Row>>;
	/** The columns that $orderBy cannot name. */
	unordered?: string[];
	/** The only columns that $orderBy can name. */
	ordered?: string[];
	rows(data: Data): Iterable<Row>;
	/** Rows that come out only when the filter names the column. */
	hides?: { column: string; isHidden(row: Row): boolean };
}

/** A column without texts of its own. */
export function column<Row>(
	restriction: Restriction,
	raw: Column<Row>['raw'],
	show?: Column<Row>['show'],
): Column<Row> {
	return { restriction, raw, show };
}

/**
 * A column of an archive by its name, whose case counts: a guess.
 * @throws Failure for one that the archive does not have
 */
export function findColumn<Row>({ name, columns }: Archive<Row>, wanted: string): Column<Row> {
	if (Object.hasOwn(columns, wanted)) return columns[wanted];
	throw badArgument(`The archive ${name} has no column "${wanted}"`);
}
