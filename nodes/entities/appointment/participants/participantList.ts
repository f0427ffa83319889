import { FieldError, quote, type Spot } from '../../../shared/fields/kind';
import { asRecord, isRecord, type Json, type JsonObject } from '../../../shared/json';
import type { RequestOptions } from '../../../shared/options';
import { ROWS } from '../../../shared/transport/expected';
import type { ItemCall } from '../../../crud/operation';
import { seeker, TOLD_BY } from './identity';

/** Columns of SuperOffice's archive Participants, by what they are called among ParticipantInfo's. */
const COLUMNS: Record<string, string> = {
	AssociateId: 'participantAssociateId',
	PersonId: 'participantPersonId',
	ContactId: 'contactId',
	EmailAddress: 'email/emailAddress',
	Name: 'fullName',
	RejectReason: 'rejectReason',
};

/** What is said of participants whom the archive does not list. */
const UNKNOWN: JsonObject = { Name: null, RejectReason: null, ParticipantType: null };

/** Most participants that are read. */
const MOST = '1000';

const listOf = (value: Json | undefined): JsonObject[] =>
	(Array.isArray(value) ? value : []).filter(isRecord) as JsonObject[];

/** The participants as an appointment holds them (ParticipantInfo). */
export const participantsOf = ({ Participants }: JsonObject): JsonObject[] => listOf(Participants);

/** Number of the appointment that another one is an invitation to, 0 where it is none. */
export const motherOf = ({ MotherId, AppointmentId }: JsonObject): number =>
	MotherId === AppointmentId ? 0 : Number(MotherId ?? 0);

/** Whose diary the booking is in, for each of its appointments. */
function organizerOf(entity: JsonObject): number {
	const owner = motherOf(entity) > 0 ? entity.MotherAssociate : entity.Associate;
	return Number(asRecord(owner).AssociateId ?? 0);
}

/**
 * All that is known of an appointment's participants, in their order: ParticipantInfo has the
 * numbers and the answer (InvitationStatus), the archive Participants names and addresses.
 * @param entity with AppointmentId, Associate, MotherId, MotherAssociate and Participants
 */
export async function rosterOf(
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
			$top: MOST,
			$output: 'Logical',
		},
		headers,
		timeout,
		expect: ROWS,
		purpose: 'reading the names of the participants',
	});
	const listed = listOf(asRecord(answer).value as Json).map((row): JsonObject => ({
		...Object.fromEntries(Object.entries(COLUMNS).map(([name, column]) => [name, row[column]])),
		ParticipantType: row.EntityName ?? null,
	}));
	const organizer = organizerOf(entity);
	const named = seeker(listed);
	return participantsOf(entity).map((info): JsonObject => {
		const [known = UNKNOWN] = named(info);
		const ids = [...TOLD_BY, 'ContactId'].map((name) => [
			name,
			info[name] || known[name] || info[name],
		]);
		const both: JsonObject = { ...known, ...info, ...(Object.fromEntries(ids) as JsonObject) };
		return { ...both, IsOrganizer: organizer > 0 && both.AssociateId === organizer };
	});
}

/** A participant in an error. */
function described({ Name, AssociateId, PersonId, EmailAddress }: JsonObject): string {
	const named = Name ? `${String(Name)} = ` : '';
	if (AssociateId) return `${named}associate ${String(AssociateId)}`;
	if (PersonId) return `${named}person ${String(PersonId)}`;
	return String(EmailAddress);
}

/**
 * The one participant who is meant.
 * @throws FieldError for none, with those who are there, and for several
 */
export function findOne(roster: JsonObject[], wanted: JsonObject, spot: Spot): JsonObject {
	const [found, ...more] = seeker(roster)(wanted);
	if (!found) throw notThere(roster, wanted, spot);
	if (more.length === 0) return found;
	const several = [found, ...more].map(
		({ Name, EmailId, Description }) =>
			`${String(Name)} (email ID ${Number(EmailId ?? 0)}, description ${quote(Description)})`,
	);
	const problem = `${described(wanted)} takes part ${several.length} times: ${several.join('; ')}`;
	throw new FieldError(spot, problem, 'Which one is meant cannot be told; nothing was saved.');
}

/** The error for somebody who is no participant, with those who are. */
function notThere(roster: JsonObject[], wanted: JsonObject, spot: Spot): FieldError {
	const all = roster.map(described).join('; ');
	const advice = all === '' ? 'It has no participants.' : `Its participants are: ${all}.`;
	return new FieldError(spot, `${described(wanted)} does not take part`, advice);
}
