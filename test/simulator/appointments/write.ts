import { isEqual } from 'lodash';

import type { Carrier } from '../tenant/carriers';
import { SESSION_USER, type Data } from '../tenant/data';
import { storedInstant } from '../engine/dates';
import { isMaster, storeBooking } from './booking';
import { completeParticipants, defaultParticipants, ownerOf, participantsOf } from './participants';
import { expand, isRecurring } from './series';

const user = (data: Data) => data.associates.get(SESSION_USER) ?? null;

/** Who owns a new appointment: as sent, else the first participant, who invites. */
function withOwner(data: Data, entity: Carrier, sent: string[]): Carrier {
	const [first] = sent.includes('Participants') ? participantsOf(entity) : [];
	const inviter = data.associates.get(Number(first?.AssociateId ?? 0));
	if (entity.Associate && (sent.includes('Associate') || !inviter)) return entity;
	return { ...entity, Associate: inviter ?? user(data) };
}

function withParticipants(data: Data, entity: Carrier, sent: string[]): Carrier {
	const owner = ownerOf(entity);
	const isGiven = sent.includes('Participants') && participantsOf(entity).length > 0;
	const list = isGiven ? participantsOf(entity) : defaultParticipants(data, owner);
	return { ...entity, Participants: completeParticipants(data, list, owner) };
}

/**
 * Stores a new appointment: a series as one row for each occurrence, a booking as one for each
 * participant. Numbers follow in that order.
 * @param sent names of the properties that the client sent
 * @returns the first occurrence's own row
 * @throws Failure for a participant who is not there, or a pattern that is none
 */
export function insertAppointment(data: Data, entity: Carrier, sent: string[]): Carrier {
	const owned = withParticipants(data, withOwner(data, entity, sent), sent);
	const created: Carrier = {
		...owned,
		MotherAssociate: sent.includes('MotherAssociate') ? owned.MotherAssociate : owned.Associate,
		CreatedBy: user(data),
		CreatedDate: storedInstant(data.now()),
	};
	const rows = isRecurring(created) ? expand(data, created) : [created];
	return insertRows(data, rows)[0];
}

function insertRows(data: Data, rows: Carrier[]): Carrier[] {
	return rows.map((row) => storeBooking(data, { ...row, AppointmentId: data.appointments.next }));
}

/** An appointment as the session user changes it now. */
export function touched(data: Data, row: Carrier): Carrier {
	return { ...row, UpdatedBy: user(data), UpdatedDate: storedInstant(data.now()) };
}

/**
 * Stores what an appointment has become; the rows of its participants follow.
 * @throws Failure for a new participant who is not there
 */
export function updateAppointment(data: Data, stored: Carrier, entity: Carrier): Carrier {
	const becomesSeries = isRecurring(entity) && !isRecurring(stored);
	const [first, ...others] = becomesSeries ? expand(data, entity) : [entity];
	insertRows(
		data,
		others.map((row) => ({ ...row, MotherId: 0 })),
	);
	const next = touched(data, first);
	const isChanged = !isEqual(participantsOf(stored), participantsOf(entity));
	const canInvite = entity.MotherId === 0 || isMaster(entity);
	if (!canInvite || (!isChanged && !isMaster(entity))) {
		data.appointments.set(Number(next.AppointmentId), next);
		return next;
	}
	const Participants = completeParticipants(data, participantsOf(next), ownerOf(next));
	return storeBooking(data, { ...next, Participants });
}
