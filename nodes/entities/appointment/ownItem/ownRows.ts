import difference from 'lodash/difference';
import isNil from 'lodash/isNil';
import omit from 'lodash/omit';
import omitBy from 'lodash/omitBy';
import pick from 'lodash/pick';
import toLower from 'lodash/toLower';
import type { IDataObject } from 'n8n-workflow';

import type { Kind } from '../../../shared/fields/kind';
import { StoredRow } from '../../../shared/fields/rows';
import { isRecord, type JsonObject } from '../../../shared/json';
import { appointmentFields } from '../appointment.fields';
import { TOLD_BY } from '../participants/identity';
import { keyOf } from './keys';
import { refusePart } from './parts';

/** Columns that each ParticipantInfo has: an answer's participant, not one whom somebody wrote. */
const WHOLE = ['AssociateId', 'PersonId', 'ContactId', 'EmailId'];
const ANSWERS = ['InvitationStatus', 'ExternallyOwnedStatus'];

/** Whether a row's key may be an answer's, all of which begin with capitals. */
const isOfAnswer = (key: string) => /^[A-Z]/.test(key);

/** Whether nothing tells who takes part, as where only a part of an answer's rows was selected. */
const isNobody = (row: Record<string, unknown>) =>
	Object.keys(row).every(isOfAnswer) && !TOLD_BY.some((key) => row[key]);

/** A participant of an answer as it is sent: the record knows his answer, and a copy invites anew. */
function storedParticipant(
	row: Record<string, unknown>,
	columns: string[],
	isOwn: boolean,
): StoredRow | undefined {
	const isWhole = WHOLE.every((key) => typeof row[key] === 'number') && 'SendEmail' in row;
	if (!isWhole && !(isOwn && isNobody(row))) return undefined;
	return new StoredRow(omitBy(pick(row, difference(columns, ANSWERS)), isNil) as JsonObject);
}

/**
 * An item whose lists have the columns that there are, and an answer's participants as they are sent.
 * @param isOwn whether a column may be new to the node, which leaves it out
 * @param isLenient whether any other one is left out as well
 */
export function withKnownRows(item: IDataObject, isOwn: boolean, isLenient: boolean): IDataObject {
	const left = { ...item };
	for (const [name, row] of Object.entries(appointmentFields)) {
		const { columns }: Kind = row.kind;
		const key = keyOf(item, name) ?? '';
		const list: unknown = item[key];
		if (!columns || !Array.isArray(list)) continue;
		const known: string[] = columns.map(toLower);
		const isDropped = (column: string) =>
			!known.includes(column.toLowerCase()) && (isLenient || (isOwn && isOfAnswer(column)));
		left[key] = list.map((one: unknown) => {
			if (!isRecord(one)) return one;
			const stored = name === 'participants' && storedParticipant(one, columns, isOwn);
			return stored || omitBy(one, (_value, column) => isDropped(column));
		}) as IDataObject[];
	}
	return left;
}

/** What rows cannot do without: of an answer of which only a part was selected, it is missing. */
const NEEDED: Record<string, string> = { links: 'EntityName', visiblefor: 'Visibility' };

/** A row of a list without what goes back from nobody, or not to a copy. */
export function ownRow(list: string, row: unknown, isNew: boolean): unknown {
	if (!isRecord(row) || row instanceof StoredRow) return row;
	const needed = NEEDED[list];
	const isAnswer = Object.keys(row).some(isOfAnswer);
	if (needed && isAnswer && !keyOf(row as IDataObject, needed)) refusePart(list, [needed]);
	switch (list) {
		case 'participants':
			return omit(row, ANSWERS);
		case 'visiblefor':
			return omit(row, 'DisplayValue');
		case 'links':
			return isNew ? omit(row, 'LinkId') : row;
		default:
			return row;
	}
}
