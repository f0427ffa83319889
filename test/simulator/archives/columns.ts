import type { Data } from '../tenant/data';
import type { Clock } from '../engine/dates';
import { badArgument } from '../engine/failures';
import type { ResponseFormat } from '../engine/present';

/** Restriction types of the archive providers' reference. */
export type Restriction =
	| 'string'
	| 'stringorPK'
	| 'positiveString'
	| 'int'
	| 'decimal'
	| 'bool'
	| 'date'
	| 'datetime'
	| 'listAny'
	| 'listInterest'
	| 'associate'
	| 'userGroup'
	| 'ejUser'
	| 'ejCategory'
	| 'intArray'
	| 'timeSpan'
	/** No filter can name the column. */
	| 'none';

/** What an archive is asked with. */
export interface Context extends ResponseFormat {
	data: Data;
}

export type Raw = string | number | boolean;

/** A column of an archive with rows of one kind. */
export interface Column<Row> {
	restriction: Restriction;
	/** What filters and orders look at; dates are instants in UTC. */
	raw(row: Row, context: Context): Raw;
	/** All values, where filters ask whether one of several meets them. */
	all?(row: Row, context: Context): Raw[];
	/** What stands in the answer, the raw value by default; lists show texts. */
	show?(row: Row, context: Context): string;
	/** Dates that are shown and compared in UTC, whatever the zone of the request. */
	isUtc?: boolean;
	/** For filters alone: it is in no answer that does not ask for it. */
	isCriterion?: boolean;
	/** What people call it; the name by default. */
	label?: string;
	/** The MDO list of its values. */
	list?: string;
}

/** An archive: what the reference of its provider says, as far as the simulator has it. */
export interface Archive<Row> {
	name: string;
	/** Where it is asked, below the root of the API; `Archive/{name}` by default. */
	address?: string;
	/** The entities that $entities can name; none means all of them. */
	entities: string[];
	entity(row: Row, data: Data): string;
	key(row: Row): number;
	columns: Record<string, Column<Row>>;
	/** The columns that $orderBy cannot name. */
	unordered?: string[];
	/** The only columns that $orderBy can name. */
	ordered?: string[];
	rows(data: Data): Iterable<Row>;
	/** The column of the key, and the rows behind one, for archives that can start anywhere. */
	index?: { column: string; after(data: Data, key: number): Iterable<Row> };
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

/** How a request wants the dates of a column. */
export function clockOfColumn({ isUtc }: { isUtc?: boolean }, { clock }: Context): Clock {
	return isUtc ? { ...clock, zone: 'UTC' } : clock;
}

/** Whether $orderBy can name a column. */
export function canOrderBy<Row>({ ordered, unordered }: Archive<Row>, name: string): boolean {
	return ordered?.includes(name) ?? !unordered?.includes(name);
}

/**
 * A column of an archive by its name, whose case counts: a guess.
 * @throws Failure for one that the archive does not have
 */
export function findColumn<Row>({ name, columns }: Archive<Row>, wanted: string): Column<Row> {
	if (Object.hasOwn(columns, wanted)) return columns[wanted];
	throw badArgument(`The archive ${name} has no column "${wanted}"`);
}
