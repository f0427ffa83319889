import omitBy from 'lodash/omitBy';
import partition from 'lodash/partition';
import pickBy from 'lodash/pickBy';
import type { IDataObject } from 'n8n-workflow';

import type { EntityArchive } from '../../entities/entity';
import type { ArchiveRow } from '../../shared/archive/condition';
import { weakMemoize } from '../../shared/weakMemoize';
import { columnsOf, propertyPaths, rowToRecord } from '../list/archiveProperties';
import { hasValue } from './itemKeys';

const columnsOfProperties = weakMemoize(
	(archive: EntityArchive) =>
		new Set(Object.keys(archive.properties).flatMap((path) => columnsOf(archive, path))),
);

/** Whether a key is a column without a corresponding property. */
const isOtherColumn = ({ otherColumns, joined }: EntityArchive, key: string) =>
	otherColumns.includes(key) || joined.some((table) => key.startsWith(`${table}/`));

const isColumn = (archive: EntityArchive, key: string) =>
	columnsOfProperties(archive).has(key) ||
	isOtherColumn(archive, key) ||
	key.startsWith(`${archive.customFields}/`);

/** An item without the columns that Get Many puts out beside the properties. */
export const withoutColumns = (archive: EntityArchive, item: IDataObject): IDataObject =>
	omitBy(item, (_value, key) => isOtherColumn(archive, key));

const HAS_OFFSET = /^\d{4}-\d{2}-\d{2}T.*(Z|[+-]\d{2}:?\d{2})$/i;

/**
 * Whether an item is a row of raw output of Get Many: it has the archive's own name for the record's
 * number, and columns beside it. A sheet may well have the headings date and time; a row's date has a time
 * and an offset.
 */
export function isArchiveRow(archive: EntityArchive, item: IDataObject): boolean {
	const { key: number, period } = archive;
	const start = period && item[period.start];
	return (
		Number(item[number]) > 0 &&
		Object.keys(item).some((key) => key !== number && isColumn(archive, key)) &&
		(start === undefined || start === null || HAS_OFFSET.test(String(start)))
	);
}

/**
 * A row as the record that it is of; what is no property's is left out, what is no column stays, and counts
 * before what a column says.
 */
export function fromArchiveRow(archive: EntityArchive, row: IDataObject): IDataObject {
	const [columns, others] = partition(Object.entries(row), ([key]) => isColumn(archive, key));
	const paths = columns.flatMap(([key]) => propertyPaths(archive, key));
	const cells = Object.fromEntries(columns) as ArchiveRow;
	const record = rowToRecord(archive, paths, cells, 'UTC');
	const beside = others.filter(([, value]) => hasValue(value));
	const given = new Set(beside.map(([key]) => key.toLowerCase()));
	const isSaid = (value: unknown, name: string) =>
		hasValue(value) && !Object.hasOwn(cells, name) && !given.has(name.toLowerCase());
	return { ...pickBy(record, isSaid), ...Object.fromEntries(beside) };
}
