import {
	associate,
	contact,
	person,
	priority,
	project,
	sale,
	task,
	type Carrier,
	type Value,
} from './carriers';

/** The tenant's records by number, and its appointments as they are stored. */
export interface Data {
	associates: Map<number, Carrier>;
	contacts: Map<number, Carrier>;
	persons: Map<number, Carrier>;
	projects: Map<number, Carrier>;
	sales: Map<number, Carrier>;
	tasks: Map<number, Carrier>;
	priorities: Map<number, Carrier>;
	appointments: Map<number, Carrier>;
}

/** The user behind every login, and the values that a new appointment starts with. */
export const SESSION_USER = 1;
export const DEFAULT_TASK = 2;

const byId = (key: string, carriers: Carrier[]) =>
	new Map(carriers.map((carrier) => [Number(carrier[key]), carrier]));

const text = (values: string[]): [number, string][] =>
	values.map((value, index) => [index + 1, value]);

/** A fresh tenant: few records, named by their roles. */
export function seedData(): Data {
	const roles = text(['Sales Manager', 'Account Manager', 'Support Engineer', 'Project Leader']);
	const rooms: [number, string][] = [
		[11, 'Meeting Room Fjord'],
		[12, 'Meeting Room Øst'],
	];
	const companies = text(['Fjord Shipping AS', "L'Oreal & Søn", 'Nordlys Energi AS', '東京商事']);
	return {
		associates: byId('AssociateId', [
			...roles.map(([id, fullName]) => associate({ id, name: `U${id}`, fullName, personId: id })),
			...rooms.map(([id, fullName]) =>
				associate({ id, name: `R${id}`, fullName, personId: 0, type: 'ResourceAssociate' }),
			),
		]),
		contacts: byId(
			'ContactId',
			companies.map(([id, name]) => contact({ id, name })),
		),
		persons: byId(
			'PersonId',
			companies.flatMap(([contactId]) => [
				person({ id: contactId * 10, firstName: 'Purchasing', lastName: 'Manager', contactId }),
				person({ id: contactId * 10 + 1, firstName: 'Technical', lastName: 'Contact', contactId }),
			]),
		),
		projects: byId('ProjectId', [
			project({ id: 1, name: 'Spring Fair' }),
			project({ id: 2, name: 'Move to New Offices' }),
		]),
		sales: byId('SaleId', [
			sale({ id: 1, title: 'Service Agreement', contactId: 1 }),
			sale({ id: 2, title: 'Ten Licenses', contactId: 3 }),
		]),
		tasks: byId('TaskListItemId', [
			task({ id: 1, value: 'Phone call', type: 'Phone' }),
			task({ id: 2, value: 'Meeting', type: 'Appointment' }),
			task({ id: 3, value: 'Follow-up', type: 'ToDo' }),
		]),
		priorities: byId('Id', [
			priority({ id: 1, value: 'Low' }),
			priority({ id: 2, value: 'Medium' }),
			priority({ id: 3, value: 'High' }),
		]),
		appointments: new Map(),
	};
}

const NEVER = '0001-01-01T00:00:00';

/** The session user's own row of participants. */
function ownParticipant(): Value {
	return {
		AssociateId: SESSION_USER,
		PersonId: SESSION_USER,
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
export function blankAppointment(data: Data, start: string, end: string): Carrier {
	const day = `${start.slice(0, 10)}T00:00:00`;
	const owner = data.associates.get(SESSION_USER) ?? null;
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
		Participants: [ownParticipant()],
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
		UserDefinedFields: { 'SuperOffice:1': '', 'SuperOffice:2': '[I:0]' },
		ExtraFields: {},
		CustomFields: { 'SuperOffice:1': '', 'SuperOffice:2': '[I:0]' },
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
