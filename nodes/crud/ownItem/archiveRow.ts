import partition from 'lodash/partition';
import type { IDataObject } from 'n8n-workflow';

import type { EntityArchive } from '../../entities/entity';
import type { ArchiveRow } from '../../shared/archive/condition';
import { weakMemoize } from '../../shared/weakMemoize';
import { columnsOf, propertyPaths, rowToRecord } from '../list/archiveProperties';
import { hasValue, omitEntries } from './itemKeys';

const columnsOfProperties = weakMemoize(
	(archive: EntityArchive) =>
		new Set(Object.keys(archive.properties).flatMap((path) => columnsOf(archive, path))),
);

/** Whether a key is a column of another table that the archive joins. */
const isJoined = ({ joined }: EntityArchive, key: string) =>
	joined.some((table) => key.startsWith(`${table}/`));

/** Whether a key is a column without a corresponding property, and no ordinary word. */
const isOther = (archive: EntityArchive, key: string) =>
	archive.otherColumns.includes(key) || isJoined(archive, key);

const isCustom = ({ customFields, extraFields }: EntityArchive, key: string) =>
	[customFields, extraFields].some((table) => table && key.startsWith(`${table}/`));

const isColumn = (archive: EntityArchive, key: string) =>
	columnsOfProperties(archive).has(key) ||
	archive.wordColumns.includes(key) ||
	isOther(archive, key) ||
	isCustom(archive, key);

/** An item without the columns that Get Many puts out beside the properties. */
export const withoutColumns = (archive: EntityArchive, item: IDataObject): IDataObject =>
	omitEntries(item, (_value, key) => isOther(archive, key));

const HAS_OFFSET = /^\d{4}-\d{2}-\d{2}T.*(Z|[+-]\d{2}:?\d{2})$/i;

/** A time as people write it, which rows do not have. */
const LOCAL_TIME = /^\d{4}-\d{2}-\d{2}([T ]\d{2}:\d{2}(:\d{2}(\.\d+)?)?)?$/;

/**
 * Whether an item is a row of raw output of Get Many: it has the archive's own name for the record's
 * number, and a column that no sheet has as a heading. A sheet may well have the headings date, type
 * and endDate; a row's date has a time and an offset.
 */
export function isArchiveRow(archive: EntityArchive, item: IDataObject): boolean {
	const { key: number, period, marks } = archive;
	if (!(Number(item[number]) > 0)) return false;
	return Object.keys(item).some(
		(key) =>
			isJoined(archive, key) ||
			isCustom(archive, key) ||
			marks.includes(key) ||
			(key === period?.start && HAS_OFFSET.test(String(item[key]))),
	);
}

/**
 * A row as the record that it is of; what is no property's is left out, what is no column stays, and counts
 * before what a column says. A cell that no row has, such as a time without an offset, is the user's value
 * of the property.
 */
export function fromArchiveRow(archive: EntityArchive, row: IDataObject): IDataObject {
	const [columns, others] = partition(Object.entries(row), ([key]) => isColumn(archive, key));
	const paths = columns.flatMap(([key]) => propertyPaths(archive, key));
	const cells = Object.fromEntries(columns) as ArchiveRow;
	const record = rowToRecord(archive, paths, cells, 'UTC');
	const whole = paths.filter(
		(path) => Object.hasOwn(archive.properties, path) && !path.includes('/'),
	);
	for (const path of whole) {
		const cell = cells[columnsOf(archive, path)[0]];
		if (typeof cell !== 'string') continue;
		if (LOCAL_TIME.test(cell) || !hasValue(record[path])) record[path] = cell;
	}
	const beside = others.filter(([, value]) => hasValue(value));
	const given = new Set(beside.map(([key]) => key.toLowerCase()));
	const isUnsaid = (value: unknown, name: string) =>
		!hasValue(value) || Object.hasOwn(cells, name) || given.has(name.toLowerCase());
	return { ...omitEntries(record, isUnsaid), ...Object.fromEntries(beside) };
}
