import type { JsonObject } from '../../shared/json';
import { findIn, participantsOf } from './roster';

/**
 * Changes whose Participants keep what the record knows of them, such as their answers
 * (InvitationStatus): a list replaces the one of the record, and who stays would be invited anew.
 * Who is told by another thing than the record tells him by counts as new.
 * @param changes with any participants as ParticipantInfo; what they give counts
 * @param record with its Participants
 */
export function keepAnswers(changes: JsonObject, record: JsonObject): JsonObject {
	const before = participantsOf(record);
	const given = participantsOf(changes);
	if (given.length === 0) return changes;
	return { ...changes, Participants: given.map((one) => ({ ...findIn(before, one), ...one })) };
}
