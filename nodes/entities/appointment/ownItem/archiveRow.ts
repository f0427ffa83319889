import omitBy from 'lodash/omitBy';
import partition from 'lodash/partition';
import pickBy from 'lodash/pickBy';
import type { IDataObject } from 'n8n-workflow';

import { columnsOf, propertyPaths, rowToRecord } from '../../../crud/list/archiveProperties';
import type { ArchiveRow } from '../../../shared/archive/condition';
import { appointmentArchive } from '../appointment.archive';
import { hasValue } from './itemKeys';

const { key: KEY, customFields, properties } = appointmentArchive;

/** Columns without a corresponding property. */
const OTHER_COLUMNS = new Set([
	...['text', 'time', 'endTime', 'completedDate', 'icon', 'recordType', 'recordTypeText'],
	...['userGroup', 'recurring', 'recurrenceRuleId', 'booking', 'cautionWarning'],
	...['visibleInDiary', 'skipTentativeAndRejectedRestriction'],
]);

/** Columns of other tables that the archive joins, whose names begin with small letters. */
const JOINED_COLUMN =
	/^(appointment|associate|contact|person|project|sale|registeredBy|updatedBy)\/./;

const COLUMNS = new Set(
	Object.keys(properties).flatMap((path) => columnsOf(appointmentArchive, path)),
);

const isColumn = (key: string) =>
	COLUMNS.has(key) ||
	OTHER_COLUMNS.has(key) ||
	JOINED_COLUMN.test(key) ||
	key.startsWith(`${customFields}/`);

/** An item without the columns that Get Many puts out beside the properties. */
export const withoutColumns = (item: IDataObject): IDataObject =>
	omitBy(item, (_value, key) => OTHER_COLUMNS.has(key) || JOINED_COLUMN.test(key));

const HAS_OFFSET = /^\d{4}-\d{2}-\d{2}T.*(Z|[+-]\d{2}:?\d{2})$/i;

/**
 * Whether an item is a row of raw output of Get Many: it has the archive's own name for the appointment's
 * number, and columns beside it. A sheet may well have the headings date and time; a row's date has a time
 * and an offset.
 */
export const isArchiveRow = (item: IDataObject): boolean =>
	Number(item[KEY]) > 0 &&
	Object.keys(item).some((key) => key !== KEY && isColumn(key)) &&
	(item.date === undefined || item.date === null || HAS_OFFSET.test(String(item.date)));

/**
 * A row as the record that it is of; what is no property's is left out, what is no column stays, and counts
 * before what a column says.
 */
export function fromArchiveRow(row: IDataObject): IDataObject {
	const [columns, others] = partition(Object.entries(row), ([key]) => isColumn(key));
	const paths = columns.flatMap(([key]) => propertyPaths(appointmentArchive, key));
	const cells = Object.fromEntries(columns) as ArchiveRow;
	const record = rowToRecord(appointmentArchive, paths, cells, 'UTC');
	const beside = others.filter(([, value]) => hasValue(value));
	const given = new Set(beside.map(([key]) => key.toLowerCase()));
	const isSaid = (value: unknown, name: string) =>
		hasValue(value) && !Object.hasOwn(cells, name) && !given.has(name.toLowerCase());
	return { ...pickBy(record, isSaid), ...Object.fromEntries(beside) };
}
