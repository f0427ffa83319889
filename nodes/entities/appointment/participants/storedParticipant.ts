import difference from 'lodash/difference';
import isNil from 'lodash/isNil';
import omitBy from 'lodash/omitBy';
import pick from 'lodash/pick';

import { StoredRow } from '../../../shared/fields/rows';
import type { JsonObject } from '../../../shared/json';
import { IDENTIFYING_KEYS } from './participantIdentity';

/** Keys that each ParticipantInfo of a response has, and hardly one that the user writes. */
const WHOLE_KEYS = ['AssociateId', 'PersonId', 'ContactId', 'EmailId'];

/** Keys of the participant's answer. */
export const ANSWER_KEYS = ['InvitationStatus', 'ExternallyOwnedStatus'];

/** Whether no identifying key is set, as in a partial selection. */
const isUnidentified = (row: Record<string, unknown>) =>
	Object.keys(row).every((key) => /^[A-Z]/.test(key)) && !IDENTIFYING_KEYS.some((key) => row[key]);

/**
 * A participant of a response as it is sent back, without the answer: the record has it, and a copy
 * invites again. Undefined for one that the user writes.
 */
export function storedParticipant(
	row: Record<string, unknown>,
	columns: string[],
	isOwn: boolean,
): StoredRow | undefined {
	const isWhole = WHOLE_KEYS.every((key) => typeof row[key] === 'number') && 'SendEmail' in row;
	if (!isWhole && !(isOwn && isUnidentified(row))) return undefined;
	return new StoredRow(omitBy(pick(row, difference(columns, ANSWER_KEYS)), isNil) as JsonObject);
}
