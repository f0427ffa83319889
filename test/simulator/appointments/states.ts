import type { Carrier } from '../tenant/carriers';

/** The states by their numbers; a booking's are beyond them. */
export const STATES = ['Unknown', 'NotStarted', 'Started', 'Completed'];

/** The types by their numbers (the official client's enums). */
export const TYPES = [
	...['Unknown', 'inDiary', 'inChecklist', 'Note', 'Document', 'SavedReport'],
	...['BookingForDiary', 'BookingForChecklist', 'MergeDraft', 'MergeFinal'],
];

/** Numbers of states beyond an appointment's own (the official client's enum AppointmentStatus). */
const INVITED: Record<string, number> = {
	...{ Hidden: 4, Invitation: 5, Moved: 6, Seen: 7, MovedSeen: 8, Declined: 9, Cancelled: 10 },
};
const ASSIGNED: Record<string, number> = { Assigning: 11, Seen: 12, Declined: 13 };

/** The state's number in the database: an open invitation's or assignment's comes first. */
export function statusNumber({ Completed, InvitationStatus, AssignmentStatus }: Carrier): number {
	return (
		INVITED[String(InvitationStatus)] ??
		ASSIGNED[String(AssignmentStatus)] ??
		STATES.indexOf(String(Completed))
	);
}

/** The type's number in the database. */
export const typeNumber = ({ Type }: Carrier): number => TYPES.indexOf(String(Type));

/** Documents have a row among the appointments, and types of their own (documentation of the table). */
export const isDocument = ({ Type }: Carrier): boolean =>
	['Document', 'SavedReport', 'MergeDraft', 'MergeFinal'].includes(String(Type));
