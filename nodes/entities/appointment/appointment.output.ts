import { getIgnoringCase } from '../../shared/json';
import type { OwnOutput } from '../entity';
import type { AppointmentParameter } from './appointment.fields';
import { TIME_PROPERTIES } from './appointment.rules';
import { rejectPartialRule } from './series/partialRule';

/** What belongs to the booking of an appointment, which may have been answered since. */
const OF_BOOKING: AppointmentParameter[] = [
	'assignedBy',
	'assignmentStatus',
	'bookingType',
	'invitationStatus',
	'invitedPerson',
	'motherAssociate',
	'motherId',
	'rejectReason',
];

/** The type without an open invitation: a copy is none. */
const plainType = (type: unknown) =>
	typeof type === 'string' ? type.replace(/^BookingFor(?=Diary$|Checklist$)/, 'in') : type;

/** A lead time as answers have it. */
const CLOCK = /^\d{2}:\d{2}:\d{2}$/;

/** How an appointment that this node has put out goes back in. */
export const appointmentOutput: OwnOutput = {
	omitted: OF_BOOKING,
	resend(key, value, isNew) {
		if (key.toLowerCase() === 'recurrence') rejectPartialRule(value);
		if (key.toLowerCase() === 'type' && isNew) return plainType(value);
		return key === 'Type' && plainType(value) !== value ? undefined : value;
	},
	// The whole days of a copy are those that the appointment has, in whichever zone.
	compared: (item) => (getIgnoringCase(item, 'IsAlldayEvent') === true ? TIME_PROPERTIES : []),
	// A lead time of an answer without its alarm turns none on.
	isDerived: ({ AlarmLeadTime }) => CLOCK.test(String(AlarmLeadTime)),
};
