import type { Carrier, Value } from '../tenant/carriers';
import { blankCustomFields } from '../customFields/dictionaries';
import { FIELDS } from '../customFields/fields';
import { DEFAULT_TASK, SESSION_USER, type Data } from '../tenant/data';

const NEVER = '0001-01-01T00:00:00';

/** The owner's own row of participants. */
function ownParticipant(owner: Carrier | null): Value {
	return {
		AssociateId: owner?.AssociateId ?? 0,
		PersonId: owner?.PersonId ?? 0,
		ContactId: 0,
		EmailId: 0,
		SendEmail: false,
		InvitationStatus: 'Accepted',
		EmailAddress: '',
		Description: '',
		ExternallyOwnedType: 'Unknown',
		ExternallyOwnedStatus: 'Unknown',
	};
}

/**
 * A blank appointment with what SuperOffice fills in. Shapes and values follow the official
 * client's fixture of appointment 63, where a recurrence is filled in though it is none.
 * @param start UTC, `…Z`
 */
export function blankAppointment(
	data: Data,
	start: string,
	end: string,
	ownerId = SESSION_USER,
): Carrier {
	const day = `${start.slice(0, 10)}T00:00:00`;
	const owner = data.associates.get(ownerId) ?? null;
	return {
		Associate: owner,
		Contact: null,
		CreatedBy: null,
		UpdatedBy: null,
		CreatedDate: NEVER,
		AppointmentId: 0,
		Description: '',
		Title: '',
		Agenda: '',
		InternalNotes: '',
		StartDate: start,
		EndDate: end,
		InvitedPerson: null,
		Person: null,
		MotherId: 0,
		Priority: null,
		Private: 'Public',
		Project: null,
		Type: 'inDiary',
		UpdatedDate: NEVER,
		Completed: 'NotStarted',
		ActiveLinks: 0,
		Links: [],
		AlarmLeadTime: '00:00:00',
		HasAlarm: false,
		ColorIndex: 0,
		IsFree: false,
		IsAlldayEvent: false,
		LagTime: '00:00:00',
		LeadTime: '00:00:00',
		Location: '',
		RejectCounter: 0,
		RejectReason: '',
		Recurrence: {
			RecurrenceId: 0,
			StartDate: day,
			EndDate: day,
			RecurrenceCounter: 1,
			RecurrenceEndType: 'EndDate',
			Pattern: 'Weekly',
			DayPattern: { Pattern: 'EveryCyclicDay', Cycle: 1 },
			WeekPattern: { Weekdays: 'Monday', Cycle: 1 },
			MonthPattern: {
				Pattern: 'DayOfMonth',
				Cycle: 1,
				Day: 1,
				Weekday: 'Monday',
				WeekOfMonth: 'First',
			},
			YearPattern: {
				Pattern: 'DayOfMonth',
				Cycle: 1,
				Day: 1,
				Weekday: 'Monday',
				WeekOfMonth: 'First',
			},
			Dates: [],
			IsRecurrence: false,
		},
		Participants: [ownParticipant(owner)],
		AssignmentStatus: 'None',
		InvitationStatus: 'Accepted',
		BookingType: 'None',
		ActiveDate: start,
		HasConflict: false,
		AssignedBy: null,
		MotherAssociate: owner,
		Task: data.tasks.get(DEFAULT_TASK) ?? null,
		PreferredTZLocation: 0,
		PreferredTZLocationData: null,
		Sale: null,
		SuggestedAppointmentId: 0,
		IsMileStone: false,
		CautionWarning: 'OK',
		OwnedExternally: 'None',
		JoinVideomeetUrl: '',
		CentralserviceVideomeetId: '',
		...blankCustomFields(data, FIELDS.Appointment),
		PublishEventDate: NEVER,
		PublishTo: '9999-12-31T23:59:59',
		PublishFrom: NEVER,
		IsPublished: false,
		VisibleFor: [
			{
				VisibleId: 0,
				Visibility: 'All',
				DisplayValue: '[SR_VFC_ALL]',
				TableRight: null,
				FieldProperties: {},
			},
		],
		TableRight: { Mask: 'Select, Update, Insert, Delete', Reason: '' },
		FieldProperties: {
			HasConflict: {
				FieldRight: { Mask: 'Read', Reason: '' },
				FieldType: 'System.Boolean',
				FieldLength: 1,
			},
		},
	};
}
