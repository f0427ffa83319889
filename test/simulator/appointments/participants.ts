import type { Carrier, Value } from '../tenant/carriers';
import { SESSION_USER, type Data } from '../tenant/data';
import { notFound } from '../engine/failures';
import { bodyValue, isCarrier } from '../engine/values';

const BLANK: Carrier = {
	AssociateId: 0,
	PersonId: 0,
	ContactId: 0,
	EmailId: 0,
	SendEmail: false,
	InvitationStatus: 'Unknown',
	EmailAddress: '',
	Description: '',
	ExternallyOwnedType: 'Unknown',
	ExternallyOwnedStatus: 'Unknown',
};

/** The number of an appointment's owner; 0 for none. */
export const ownerOf = ({ Associate }: Carrier) => Number(bodyValue(Associate, 'AssociateId') ?? 0);

/** The associate that a person is; 0 for others. */
function associateOf(data: Data, personId: number): number {
	for (const { id, personId: own } of data.associates.seeds.values()) {
		if (own === personId && own !== 0) return id;
	}
	return 0;
}

/** Who a participant is: `a4` for an associate, `p20` for a person, "" for a mere address. */
export function identityOf(data: Data, participant: Carrier): string {
	const person = Number(participant.PersonId ?? 0);
	const associate = Number(participant.AssociateId ?? 0) || associateOf(data, person);
	if (associate > 0) return `a${associate}`;
	return person > 0 ? `p${person}` : '';
}

/** Whose row of a booking an appointment is, in the same words. */
export function identityOfRow(row: Carrier): string {
	const invited = Number(bodyValue(row.InvitedPerson, 'PersonId') ?? 0);
	return invited > 0 ? `p${invited}` : `a${ownerOf(row)}`;
}

/** The participants of an appointment. */
export function participantsOf({ Participants }: Carrier): Carrier[] {
	return Array.isArray(Participants) ? Participants.filter(isCarrier) : [];
}

/**
 * Participants with all of their properties: all but the owner start as invited.
 * @throws Failure for an associate or a person that is not there
 */
export function completeParticipants(data: Data, list: Carrier[], owner: number): Value[] {
	return list.map((one) => {
		const given = { ...BLANK, ...one };
		const associate = Number(given.AssociateId);
		const person = Number(given.PersonId);
		if (associate > 0 && !data.associates.get(associate))
			throw notFound(`Associate id ${associate}`);
		const isKnown = person === 0 || data.persons.get(person) || associateOf(data, person) > 0;
		if (!isKnown) throw notFound(`Person id ${person}`);
		if (!['Unknown', 'None'].includes(String(given.InvitationStatus ?? 'Unknown'))) return given;
		const isOwner = identityOf(data, given) === `a${owner}`;
		return { ...given, InvitationStatus: isOwner ? 'Accepted' : 'Invitation' };
	});
}

/**
 * The participants that a new appointment gets when none were sent: its owner, and when that is
 * somebody else the session user, who is invited (documentation of invitations).
 */
export function defaultParticipants(data: Data, owner: number): Carrier[] {
	const ids = owner === SESSION_USER || owner === 0 ? [SESSION_USER] : [owner, SESSION_USER];
	return ids.map((AssociateId) => {
		const PersonId = data.associates.get(AssociateId)?.PersonId ?? 0;
		return { AssociateId, PersonId };
	});
}
