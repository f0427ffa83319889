import isMatch from 'lodash/isMatch';

import { FieldError } from '../../../shared/fields/fieldKind';
import type { JsonObject } from '../../../shared/json';
import { participantsOf } from './participantList';
import { participantFinder, IDENTIFYING_KEYS } from './participantIdentity';

/**
 * Fails for participants without an identifying key, as in a partial selection.
 * @throws FieldError
 */
export function rejectUnidentified(given: JsonObject): void {
	const index = participantsOf(given).findIndex(
		(one) => !IDENTIFYING_KEYS.some((name) => one[name]),
	);
	if (index < 0) return;
	throw new FieldError(
		{ parameter: `participants.participant[${index}]`, label: 'Participants' },
		'a participant has no AssociateId, PersonId or EmailAddress',
		'Fill in one of User or Resource, Contact Person and Email Address. If the item comes from Selected Fields, select Participants as a whole.',
	);
}

/**
 * Changes whose Participants keep what the record knows of them, such as their answers
 * (InvitationStatus): a list replaces the one of the record, and who stays would be invited anew. A
 * participant who is identified by another key than in the record counts as new. A list that has
 * only what the record has, or a part of it, is the record's.
 * @param changes with any participants as ParticipantInfo; what they give counts
 * @param record with its Participants
 * @throws FieldError for a participant without an identifying key
 */
export function mergeParticipantStatus(changes: JsonObject, record: JsonObject): JsonObject {
	const given = participantsOf(changes);
	if (given.length === 0) return changes;
	const before = participantsOf(record);
	const isSame = (one: JsonObject, index: number) => isMatch(before[index] ?? {}, one);
	if (given.length === before.length && given.every(isSame)) {
		return { ...changes, Participants: before };
	}
	rejectUnidentified(changes);
	const find = participantFinder(before);
	const known = (one: JsonObject) => {
		const found = find(one);
		return found.find((other) => isMatch(other, one)) ?? found[0];
	};
	return { ...changes, Participants: given.map((one) => ({ ...known(one), ...one })) };
}
