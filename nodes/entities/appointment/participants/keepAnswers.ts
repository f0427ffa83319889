import type { JsonObject } from '../../../shared/json';
import { participantsOf } from './participantList';
import { seeker } from './identity';

/**
 * Changes whose Participants keep what the record knows of them, such as their answers
 * (InvitationStatus): a list replaces the one of the record, and who stays would be invited anew.
 * Who is told by another thing than the record tells him by counts as new.
 * @param changes with any participants as ParticipantInfo; what they give counts
 * @param record with its Participants
 */
export function keepAnswers(changes: JsonObject, record: JsonObject): JsonObject {
	const given = participantsOf(changes);
	if (given.length === 0) return changes;
	const before = seeker(participantsOf(record));
	return { ...changes, Participants: given.map((one) => ({ ...before(one)[0], ...one })) };
}
