import isMatch from 'lodash/isMatch';

import { FieldError } from '../../../shared/fields/kind';
import type { JsonObject } from '../../../shared/json';
import { participantsOf } from './participantList';
import { seeker, TOLD_BY } from './identity';

/**
 * Refuses participants of whom nothing tells who they are, as rows have of which only a part was selected.
 * @throws FieldError
 */
export function refuseNobody(given: JsonObject): void {
	const index = participantsOf(given).findIndex((one) => !TOLD_BY.some((name) => one[name]));
	if (index < 0) return;
	throw new FieldError(
		{ parameter: `participants.participant[${index}]`, label: 'Participants' },
		'names nobody',
		'Name one of associate, person and email address; of an answer, select Participants as a whole.',
	);
}

/**
 * Changes whose Participants keep what the record knows of them, such as their answers
 * (InvitationStatus): a list replaces the one of the record, and who stays would be invited anew.
 * Who is told by another thing than the record tells him by counts as new. A list that has only what the
 * record has, or a part of it, is the record's.
 * @param changes with any participants as ParticipantInfo; what they give counts
 * @param record with its Participants
 * @throws FieldError for a participant whom nothing tells
 */
export function keepAnswers(changes: JsonObject, record: JsonObject): JsonObject {
	const given = participantsOf(changes);
	if (given.length === 0) return changes;
	const before = participantsOf(record);
	const isSame = (one: JsonObject, index: number) => isMatch(before[index] ?? {}, one);
	if (given.length === before.length && given.every(isSame)) {
		return { ...changes, Participants: before };
	}
	refuseNobody(changes);
	const seek = seeker(before);
	const known = (one: JsonObject) => {
		const found = seek(one);
		return found.find((other) => isMatch(other, one)) ?? found[0];
	};
	return { ...changes, Participants: given.map((one) => ({ ...known(one), ...one })) };
}
