import toLower from 'lodash/toLower';
import type { IDataObject } from 'n8n-workflow';

import { StoredRow } from '../../shared/fields/rows';
import type { FieldRow, FieldTable } from '../../shared/fields/table';
import { isRecord } from '../../shared/json';
import { METADATA_KEYS } from '../../shared/metadataKeys';
import { findKey, omitEntries } from './itemKeys';
import { rejectPartial } from './rejectPartial';

/** Whether a key may be a response's, which begin with capitals. */
const isResponseKey = (key: string) => /^[A-Z]/.test(key);

/**
 * Drops unknown columns of lists, and marks rows of a response that go back as they are.
 * @param isOwn whether unknown columns are those of a newer SuperOffice, and dropped
 * @param isLenient whether any other one is left out as well
 */
export function withKnownRows(
	fields: FieldTable,
	item: IDataObject,
	isOwn: boolean,
	isLenient: boolean,
): IDataObject {
	const left = { ...item };
	for (const [name, { kind }] of Object.entries(fields)) {
		const key = findKey(item, name) ?? '';
		const list: unknown = item[key];
		if (!kind.columns || !Array.isArray(list)) continue;
		const known: string[] = kind.columns.map(toLower);
		left[key] = list.map((one: unknown) => {
			if (!isRecord(one)) return one;
			// Rows with rights are a response's, also of an item that does not say whose they are.
			const isAnswer = isOwn || METADATA_KEYS.some((metadata) => metadata in one);
			const isDropped = (column: string) =>
				!known.includes(column.toLowerCase()) && (isLenient || (isAnswer && isResponseKey(column)));
			return (
				kind.storedRow?.(one, isOwn) ?? omitEntries(one, (_value, column) => isDropped(column))
			);
		}) as IDataObject[];
	}
	return left;
}

/**
 * A row of a list without the keys that are never sent, or not to a copy.
 * @throws FieldError for a row of a response of which only a part was selected
 */
export function ownRow(name: string, field: FieldRow, row: unknown, isNew: boolean): unknown {
	if (!isRecord(row) || row instanceof StoredRow) return row;
	const { neededKey, resendRow } = field.kind;
	const isAnswer = Object.keys(row).some(isResponseKey);
	if (neededKey && isAnswer && !findKey(row as IDataObject, neededKey)) {
		rejectPartial(name, field, [neededKey]);
	}
	return resendRow?.(row, isNew) ?? row;
}
