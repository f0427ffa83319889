import difference from 'lodash/difference';
import isNil from 'lodash/isNil';
import omit from 'lodash/omit';
import omitBy from 'lodash/omitBy';
import pick from 'lodash/pick';
import toLower from 'lodash/toLower';
import type { IDataObject } from 'n8n-workflow';

import type { FieldKind } from '../../../shared/fields/fieldKind';
import { StoredRow } from '../../../shared/fields/rows';
import { isRecord, type JsonObject } from '../../../shared/json';
import { appointmentFields } from '../appointment.fields';
import { IDENTIFYING_KEYS } from '../participants/participantIdentity';
import { findKey } from './itemKeys';
import { rejectPartial } from './partial';

/** Keys that each ParticipantInfo of a response has, and hardly one that the user writes. */
const WHOLE_KEYS = ['AssociateId', 'PersonId', 'ContactId', 'EmailId'];
const ANSWER_KEYS = ['InvitationStatus', 'ExternallyOwnedStatus'];

/** Whether a key may be a response's, which begin with capitals. */
const isResponseKey = (key: string) => /^[A-Z]/.test(key);

/** Whether no identifying key is set, as in a partial selection. */
const isUnidentified = (row: Record<string, unknown>) =>
	Object.keys(row).every(isResponseKey) && !IDENTIFYING_KEYS.some((key) => row[key]);

/**
 * A participant of a response as it is sent back, without the answer: the record has it, and a copy
 * invites again.
 */
function storedParticipant(
	row: Record<string, unknown>,
	columns: string[],
	isOwn: boolean,
): StoredRow | undefined {
	const isWhole = WHOLE_KEYS.every((key) => typeof row[key] === 'number') && 'SendEmail' in row;
	if (!isWhole && !(isOwn && isUnidentified(row))) return undefined;
	return new StoredRow(omitBy(pick(row, difference(columns, ANSWER_KEYS)), isNil) as JsonObject);
}

/**
 * Drops unknown columns of lists, and converts participants of a response.
 * @param isOwn whether unknown columns are those of a newer SuperOffice, and dropped
 * @param isLenient whether any other one is left out as well
 */
export function withKnownRows(item: IDataObject, isOwn: boolean, isLenient: boolean): IDataObject {
	const left = { ...item };
	for (const [name, row] of Object.entries(appointmentFields)) {
		const { columns }: FieldKind = row.kind;
		const key = findKey(item, name) ?? '';
		const list: unknown = item[key];
		if (!columns || !Array.isArray(list)) continue;
		const known: string[] = columns.map(toLower);
		const isDropped = (column: string) =>
			!known.includes(column.toLowerCase()) && (isLenient || (isOwn && isResponseKey(column)));
		left[key] = list.map((one: unknown) => {
			if (!isRecord(one)) return one;
			const stored = name === 'participants' && storedParticipant(one, columns, isOwn);
			return stored || omitBy(one, (_value, column) => isDropped(column));
		}) as IDataObject[];
	}
	return left;
}

/** Required keys of rows, which a partial selection lacks. */
const NEEDED: Record<string, string> = { links: 'EntityName', visiblefor: 'Visibility' };

/** A row of a list without the keys that are never sent, or not to a copy. */
export function ownRow(list: string, row: unknown, isNew: boolean): unknown {
	if (!isRecord(row) || row instanceof StoredRow) return row;
	const needed = NEEDED[list];
	const isAnswer = Object.keys(row).some(isResponseKey);
	if (needed && isAnswer && !findKey(row as IDataObject, needed)) rejectPartial(list, [needed]);
	switch (list) {
		case 'participants':
			return omit(row, ANSWER_KEYS);
		case 'visiblefor':
			return omit(row, 'DisplayValue');
		case 'links':
			return isNew ? omit(row, 'LinkId') : row;
		default:
			return row;
	}
}
