import { FieldError, quote, type ParameterRef } from '../../../shared/fields/fieldKind';
import { asRecord, isRecord, type Json, type JsonObject } from '../../../shared/json';
import type { RequestOptions } from '../../../shared/options';
import { ANY_ROWS } from '../../../shared/transport/expectedBody';
import type { ItemCall } from '../../../crud/operation';
import { participantFinder, IDENTIFYING_KEYS } from './participantIdentity';

/** Columns of SuperOffice's archive Participants, by what they are called among ParticipantInfo's. */
const COLUMNS: Record<string, string> = {
	AssociateId: 'participantAssociateId',
	PersonId: 'participantPersonId',
	ContactId: 'contactId',
	EmailAddress: 'email/emailAddress',
	Name: 'fullName',
	RejectReason: 'rejectReason',
};

/** Values for participants whom the archive does not list. */
const UNLISTED: JsonObject = { Name: null, RejectReason: null, ParticipantType: null };

/** Maximum participants. */
const MAX_PARTICIPANTS = '1000';

const listOf = (value: Json | undefined): JsonObject[] =>
	(Array.isArray(value) ? value : []).filter(isRecord) as JsonObject[];

/** The participants as an appointment holds them (ParticipantInfo). */
export const participantsOf = ({ Participants }: JsonObject): JsonObject[] => listOf(Participants);

/** Number of the appointment that another one is an invitation to, 0 where it is none. */
export const motherIdOf = ({ MotherId, AppointmentId }: JsonObject): number =>
	MotherId === AppointmentId ? 0 : Number(MotherId ?? 0);

/** Whose diary the booking is in, for each of its appointments. */
function organizerOf(entity: JsonObject): number {
	const owner = motherIdOf(entity) > 0 ? entity.MotherAssociate : entity.Associate;
	return Number(asRecord(owner).AssociateId ?? 0);
}

/**
 * The participants of an appointment with all details, in order: ParticipantInfo has the numbers
 * and the answer (InvitationStatus), the archive Participants names and addresses.
 * @param entity with AppointmentId, Associate, MotherId, MotherAssociate and Participants
 */
export async function fetchParticipants(
	{ request }: ItemCall,
	{ headers, timeout }: RequestOptions,
	entity: JsonObject,
): Promise<JsonObject[]> {
	const answer = await request({
		method: 'GET',
		path: `Appointment/${String(entity.AppointmentId)}/Participants`,
		query: {
			$select: Object.values(COLUMNS).join(','),
			$entities: 'associate,resource,externalPerson,emailParticipant',
			$top: MAX_PARTICIPANTS,
			$output: 'Logical',
		},
		headers,
		timeout,
		expect: ANY_ROWS,
		purpose: 'reading the names of the participants',
	});
	const listed = listOf(asRecord(answer).value as Json).map((row): JsonObject => ({
		...Object.fromEntries(Object.entries(COLUMNS).map(([name, column]) => [name, row[column]])),
		ParticipantType: row.EntityName ?? null,
	}));
	const organizer = organizerOf(entity);
	const named = participantFinder(listed);
	return participantsOf(entity).map((info): JsonObject => {
		const [known = UNLISTED] = named(info);
		const ids = [...IDENTIFYING_KEYS, 'ContactId'].map((name) => [
			name,
			info[name] || known[name] || info[name],
		]);
		const both: JsonObject = { ...known, ...info, ...(Object.fromEntries(ids) as JsonObject) };
		return { ...both, IsOrganizer: organizer > 0 && both.AssociateId === organizer };
	});
}

/** Describes a participant for errors. */
function describeParticipant({ Name, AssociateId, PersonId, EmailAddress }: JsonObject): string {
	const named = Name ? `${String(Name)} = ` : '';
	if (AssociateId) return `${named}user or resource ${String(AssociateId)}`;
	if (PersonId) return `${named}contact person ${String(PersonId)}`;
	return String(EmailAddress);
}

/**
 * Finds a participant.
 * @throws FieldError for none, listing the participants, and for several
 */
export function requireParticipant(
	participants: JsonObject[],
	wanted: JsonObject,
	ref: ParameterRef,
): JsonObject {
	const [found, ...more] = participantFinder(participants)(wanted);
	if (!found) throw notTakingPartError(participants, wanted, ref);
	if (more.length === 0) return found;
	const several = [found, ...more].map(
		({ Name, EmailId, Description }) =>
			`${String(Name)} (email ID ${Number(EmailId ?? 0)}, description ${quote(Description)})`,
	);
	const problem = `${describeParticipant(wanted)} takes part ${several.length} times: ${several.join('; ')}`;
	throw new FieldError(
		ref,
		problem,
		'Nothing was saved, because it is unclear which one is meant.',
	);
}

/** The error for someone who does not take part, listing the participants. */
function notTakingPartError(
	participants: JsonObject[],
	wanted: JsonObject,
	ref: ParameterRef,
): FieldError {
	const all = participants.map(describeParticipant).join('; ');
	const advice = all === '' ? 'It has no participants.' : `Its participants are: ${all}.`;
	return new FieldError(ref, `${describeParticipant(wanted)} does not take part`, advice);
}
