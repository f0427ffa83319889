import { translate } from '../engine/languages';
import { nameOf, USER_GROUPS, type ListItem } from '../lists/items';
import type { Column, Context } from './columns';

/** A column of the number of an entry of a list, whose text rows show. */
export function listColumn<Row>(
	{ raw }: Pick<Column<Row>, 'raw'>,
	items: ListItem[],
	list: string,
): Column<Row> {
	return {
		restriction: 'listAny',
		raw,
		list,
		show: (row, context) => translate(nameOf(items, Number(raw(row, context))), context.locale),
	};
}

/** The columns of a user who owns records, behind a prefix. */
export function ownerColumns<Row>(
	prefix: string,
	id: (row: Row) => number,
): Record<string, Column<Row>> {
	const seedOf = (row: Row, { data }: Context) => data.associates.seeds.get(id(row));
	const group = (row: Row, context: Context) => seedOf(row, context)?.group ?? 0;
	return {
		[`${prefix}/associateDbId`]: { restriction: 'associate', raw: id, list: 'associate' },
		[`${prefix}/fullName`]: {
			restriction: 'string',
			raw: (row, context) => seedOf(row, context)?.fullName ?? '',
		},
		[`${prefix}/usergroupId`]: { restriction: 'int', raw: group },
		[`${prefix}/isActive`]: {
			restriction: 'bool',
			raw: (row, context) => seedOf(row, context)?.deleted !== true,
		},
	};
}

/** A column of the user who owns a record; rows show the short name. */
export function ownerColumn<Row>(id: (row: Row) => number): Column<Row> {
	return {
		restriction: 'associate',
		raw: id,
		list: 'associate',
		show: (row, { data }) => data.associates.seeds.get(id(row))?.name ?? '',
	};
}

/** A column of the group of the user who owns a record. */
export function groupColumn<Row>(id: (row: Row) => number): Column<Row> {
	const raw = (row: Row, { data }: Context) => data.associates.seeds.get(id(row))?.group ?? 0;
	return { ...listColumn<Row>({ raw }, USER_GROUPS, 'usergroup'), restriction: 'userGroup' };
}

/** The columns of `everyRow`, which give no order. */
export const EVERY_ROW = ['getAllRows', 'getNoRows'];

/** What a filter asks for all rows with, or for none. */
export function everyRow<Row>(): Record<string, Column<Row>> {
	return {
		getAllRows: { restriction: 'bool', raw: () => true, isCriterion: true },
		getNoRows: { restriction: 'bool', raw: () => false, isCriterion: true },
	};
}
