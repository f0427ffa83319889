import type { Carrier, Value } from '../tenant/carriers';
import type { Data } from '../tenant/data';
import { identityOf, identityOfRow, ownerOf, participantsOf } from './participants';

/** What an invitation does not take over from its booking when that changes. */
const OWN = [
	'AppointmentId',
	'Associate',
	'InvitedPerson',
	'Type',
	'Completed',
	'InvitationStatus',
	'AssignmentStatus',
	'BookingType',
	'RejectCounter',
	'RejectReason',
	'HasAlarm',
	'AlarmLeadTime',
	'CreatedBy',
	'CreatedDate',
];

const numberOf = ({ AppointmentId }: Carrier) => Number(AppointmentId);

/** Whether a row is the one that its booking's others belong to. */
export const isMaster = (row: Carrier) => row.MotherId !== 0 && row.MotherId === row.AppointmentId;

/** Whether a row invites somebody. */
export const isInvitation = ({ BookingType }: Carrier) => BookingType === 'Participant';

/** The invitations of a booking, by number. */
export function invitationsOf(data: Data, master: Carrier): Carrier[] {
	const id = numberOf(master);
	return data.appointments.booking(id).filter((row) => numberOf(row) !== id);
}

/** The rows of an appointment's whole booking, the master first; of no booking, the row alone. */
export function bookingOf(data: Data, row: Carrier): Carrier[] {
	const master = data.appointments.get(Number(row.MotherId)) ?? row;
	return [master, ...invitationsOf(data, master)];
}

/** Plain types and those of what is not answered yet. */
export const asBooking = (type: Value): Value =>
	type === 'inChecklist' || type === 'BookingForChecklist'
		? 'BookingForChecklist'
		: 'BookingForDiary';

export const asPlain = (type: Value): Value =>
	asBooking(type) === 'BookingForChecklist' ? 'inChecklist' : 'inDiary';

function invitation(data: Data, master: Carrier, participant: Carrier): Carrier {
	const identity = identityOf(data, participant);
	const number = Number(identity.slice(1));
	const isAssociate = identity.startsWith('a');
	return {
		...master,
		AppointmentId: data.appointments.next,
		MotherId: master.AppointmentId,
		// A person has no diary: whose number such a row carries is a guess.
		Associate: isAssociate ? (data.associates.get(number) ?? null) : master.Associate,
		InvitedPerson: isAssociate ? null : (data.persons.get(number) ?? null),
		Type: asBooking(master.Type),
		BookingType: 'Participant',
		InvitationStatus: 'Invitation',
		Completed: 'NotStarted',
		RejectReason: '',
	};
}

/** A row after a change of its booking: its own answers stay. */
function follow(row: Carrier, master: Carrier): Carrier {
	const own = Object.fromEntries(OWN.map((name) => [name, row[name]]));
	return { ...master, ...own, MotherId: master.AppointmentId };
}

/**
 * Stores an appointment together with a row for each participant beyond the owner: new ones are
 * invited, those that are none any more lose their row (a guess). Mere addresses get no row (a guess).
 * @returns the appointment, which is the booking's master when there are others
 */
export function storeBooking(data: Data, appointment: Carrier): Carrier {
	const rows = new Map(
		invitationsOf(data, appointment).map((row) => [identityOfRow(row), row] as const),
	);
	const owner = `a${ownerOf(appointment)}`;
	const invited = participantsOf(appointment).filter(
		(one) => !['', owner].includes(identityOf(data, one)),
	);
	const isBooking = invited.length > 0;
	const master: Carrier = {
		...appointment,
		...(isBooking && {
			MotherId: appointment.AppointmentId,
			MotherAssociate: appointment.Associate,
			BookingType: 'Owner',
		}),
	};
	data.appointments.set(numberOf(master), master);
	for (const participant of invited) {
		const row = rows.get(identityOf(data, participant));
		const next = row ? follow(row, master) : invitation(data, master, participant);
		data.appointments.set(numberOf(next), next);
		rows.delete(identityOf(data, participant));
	}
	for (const row of rows.values()) data.appointments.delete(numberOf(row));
	return master;
}

/** Deletes a row; with a booking's master, its invitations (a guess). */
export function deleteRow(data: Data, row: Carrier): void {
	const gone = isMaster(row) ? bookingOf(data, row) : [row];
	for (const one of gone) data.appointments.delete(numberOf(one));
}
