import type { Carrier } from '../tenant/carriers';
import type { Data } from '../tenant/data';
import { badArgument } from '../engine/failures';
import { asPlain, bookingOf, deleteRow, isInvitation, isMaster } from './booking';
import { identityOf, identityOfRow, participantsOf } from './participants';
import { touched } from './write';

/** What an invited associate does with an invitation or an assignment. */
export type Answer = 'Accepted' | 'Declined' | 'Seen';

const isAssignment = ({ AssignmentStatus }: Carrier) =>
	AssignmentStatus === 'Assigning' || AssignmentStatus === 'Seen';

const isDeclined = ({ InvitationStatus }: Carrier) => InvitationStatus === 'Declined';

/** Puts an answer into the participants of all rows of a booking; its master counts the refusals. */
function tellBooking(data: Data, row: Carrier, answer: Answer): void {
	const identity = identityOfRow(row);
	for (const one of bookingOf(data, row)) {
		const Participants = participantsOf(one).map((participant) =>
			identityOf(data, participant) === identity
				? { ...participant, InvitationStatus: answer }
				: participant,
		);
		const RejectCounter = Participants.filter(isDeclined).length;
		const told = { ...one, Participants };
		const isCounted = isMaster(one) && one.RejectCounter !== RejectCounter;
		const next = isCounted ? touched(data, { ...told, RejectCounter }) : told;
		data.appointments.set(Number(one.AppointmentId), next);
	}
}

function answered(row: Carrier, answer: Answer, reason: string): Carrier {
	const Type = answer === 'Accepted' ? asPlain(row.Type) : row.Type;
	const RejectReason = answer === 'Declined' ? reason : row.RejectReason;
	if (isInvitation(row)) return { ...row, Type, RejectReason, InvitationStatus: answer };
	const AssignmentStatus = answer === 'Accepted' ? 'None' : answer;
	return { ...row, Type, RejectReason, AssignmentStatus };
}

/**
 * Answers invitations or assignments.
 * @throws Failure 400, a guess, for a row that is neither
 */
export function answerInvitations(data: Data, rows: Carrier[], answer: Answer, reason = ''): void {
	for (const row of rows) {
		if (!isInvitation(row) && !isAssignment(row)) {
			throw badArgument(`Appointment id ${String(row.AppointmentId)} is no invitation`);
		}
	}
	for (const row of rows) {
		const next = touched(data, answered(row, answer, reason));
		data.appointments.set(Number(next.AppointmentId), next);
		if (isInvitation(row)) tellBooking(data, next, answer);
	}
}

/**
 * The organiser takes note of a refusal: the invitation goes, or the assignment comes back. What
 * SuperOffice changes is documented nowhere: a guess.
 * @returns the booking's master, or the appointment
 * @throws Failure 400, a guess, for what was not refused
 */
export function acceptRefusal(data: Data, row: Carrier): Carrier {
	if (isInvitation(row) && isDeclined(row)) {
		const [master] = bookingOf(data, row);
		const gone = identityOfRow(row);
		deleteRow(data, row);
		const Participants = participantsOf(master).filter((one) => identityOf(data, one) !== gone);
		const RejectCounter = Math.max(0, Number(master.RejectCounter) - 1);
		const next = touched(data, { ...master, Participants, RejectCounter });
		data.appointments.set(Number(next.AppointmentId), next);
		return next;
	}
	if (row.AssignmentStatus !== 'Declined') {
		throw badArgument(`Appointment id ${String(row.AppointmentId)} was not refused`);
	}
	const Associate = row.AssignedBy;
	const back = { Associate, AssignedBy: null, AssignmentStatus: 'None', Type: asPlain(row.Type) };
	const next = touched(data, { ...row, ...back });
	data.appointments.set(Number(next.AppointmentId), next);
	return next;
}
