import {
	appointmentFields,
	type AppointmentParameter,
} from '../nodes/entities/appointment/appointment.fields';
import { byId } from './support';

/** What a person enters for a property, and what has to stand in SuperOffice's JSON. */
interface Case {
	enter: unknown;
	wire: unknown;
	/** Other properties that follow from it. */
	also?: object;
}

export const cases: Record<AppointmentParameter, Case> = {
	title: { enter: 'Kick-off «nå» 東京', wire: 'Kick-off «nå» 東京' },
	startDate: { enter: '2026-07-01T10:00:00', wire: '2026-07-01T08:00:00Z' },
	endDate: { enter: '2026-12-01T10:00:00', wire: '2026-12-01T09:00:00Z' },
	agenda: { enter: 'One\nTwo', wire: 'One\nTwo' },
	colorIndex: { enter: 7, wire: 7 },
	completed: { enter: 'Started', wire: 'Started' },
	description: { enter: '', wire: '' },
	internalNotes: { enter: 'Only for "us"', wire: 'Only for "us"' },
	isMileStone: { enter: true, wire: true },
	location: { enter: 'Room 5', wire: 'Room 5' },
	priority: { enter: byId('3'), wire: { Id: 3 } },
	task: { enter: byId('2'), wire: { TaskListItemId: 2 } },
	type: { enter: 'inChecklist', wire: 'inChecklist' },
	alarmLeadTime: { enter: 15, wire: '00:15:00', also: { HasAlarm: true } },
	hasAlarm: { enter: false, wire: false },
	isAlldayEvent: { enter: true, wire: true },
	isFree: { enter: true, wire: true },
	lagTime: { enter: 90, wire: '01:30:00' },
	leadTime: { enter: 1500, wire: '1.01:00:00' },
	preferredTZLocation: { enter: byId('261'), wire: 261 },
	associate: { enter: byId('4'), wire: { AssociateId: 4 } },
	contact: { enter: byId(1), wire: { ContactId: 1 } },
	links: {
		enter: {
			link: [
				{
					entityName: 'sale',
					id: byId('2'),
					additionalFields: { description: 'Offer', linkId: 0 },
				},
			],
		},
		wire: [{ EntityName: 'sale', Id: 2, Description: 'Offer', LinkId: 0 }],
	},
	person: { enter: byId('10'), wire: { PersonId: 10 } },
	project: { enter: byId('2'), wire: { ProjectId: 2 } },
	sale: { enter: byId('1'), wire: { SaleId: 1 } },
	participants: {
		enter: {
			participant: [
				{ associateId: byId('1') },
				{ personId: byId('20'), additionalFields: { sendEmail: true } },
			],
		},
		wire: [{ AssociateId: 1 }, { PersonId: 20, SendEmail: true }],
	},
	recurrence: {
		enter: { rule: { pattern: 'Weekly', weekdays: ['Monday'], startDate: '2026-09-07' } },
		wire: {
			IsRecurrence: true,
			Pattern: 'Weekly',
			WeekPattern: { Weekdays: 'Monday', Cycle: 1 },
			StartDate: '2026-09-07T00:00:00',
			RecurrenceEndType: 'Counter',
			RecurrenceCounter: 10,
		},
	},
	assignedBy: { enter: byId('2'), wire: { AssociateId: 2 } },
	assignmentStatus: { enter: 'Declined', wire: 'Declined' },
	bookingType: { enter: 'Owner', wire: 'Owner' },
	invitationStatus: { enter: 'MovedSeen', wire: 'MovedSeen' },
	invitedPerson: { enter: byId('11'), wire: { PersonId: 11 } },
	motherAssociate: { enter: byId('3'), wire: { AssociateId: 3 } },
	motherId: { enter: 0, wire: 0 },
	rejectReason: { enter: 'Away', wire: 'Away' },
	isPublished: { enter: true, wire: true },
	private: { enter: 'PrivateGroup', wire: 'PrivateGroup' },
	publishEventDate: { enter: '2026-08-01T00:00:00', wire: '2026-07-31T22:00:00Z' },
	publishFrom: { enter: '2026-08-01T00:00:00Z', wire: '2026-08-01T00:00:00Z' },
	publishTo: { enter: '2026-08-31T23:59:59+02:00', wire: '2026-08-31T21:59:59Z' },
	visibleFor: {
		enter: { entry: [{ visibility: 'Group', visibleId: byId('7') }, { visibility: 'All' }] },
		wire: [{ Visibility: 'Group', VisibleId: 7 }, { Visibility: 'All' }],
	},
	centralserviceVideomeetId: { enter: 'a-b-c', wire: 'a-b-c' },
	joinVideomeetUrl: { enter: 'https://meet.example.com/1', wire: 'https://meet.example.com/1' },
	customFields: {
		enter: {
			entry: [
				{ key: 'SuperOffice:1', value: 'Blå' },
				{ key: 'x_code', value: '' },
			],
		},
		wire: { 'SuperOffice:1': 'Blå', x_code: '' },
	},
	extraFields: { enter: { entry: [{ key: 'x_n', value: '[I:5]' }] }, wire: { x_n: '[I:5]' } },
	userDefinedFields: {
		enter: { entry: [{ key: 'SuperOffice:2', value: '[I:7]' }] },
		wire: { 'SuperOffice:2': '[I:7]' },
	},
	activeDate: { enter: '2026-07-01T10:00:00', wire: '2026-07-01T08:00:00Z' },
	activeLinks: { enter: 2, wire: 2 },
	appointmentId: { enter: 305, wire: 305 },
	cautionWarning: { enter: 'NotInSync', wire: 'NotInSync' },
	createdBy: { enter: byId('1'), wire: { AssociateId: 1 } },
	createdDate: { enter: '2026-07-01T10:00:00', wire: '2026-07-01T08:00:00Z' },
	hasConflict: { enter: false, wire: false },
	ownedExternally: { enter: 'Outlook', wire: 'Outlook' },
	preferredTZLocationData: { enter: '{"TZLocationID": 261}', wire: { TZLocationID: 261 } },
	rejectCounter: { enter: 1, wire: 1 },
	suggestedAppointmentId: { enter: 9, wire: 9 },
	updatedBy: { enter: byId('2'), wire: { AssociateId: 2 } },
	updatedDate: { enter: '2026-07-01T10:00:00', wire: '2026-07-01T08:00:00Z' },
};

/** The parameters, in the order of the form. */
export const parameters = Object.keys(appointmentFields) as AppointmentParameter[];

/** The node's parameters with every property set, as one appointment that makes sense. */
export const allParameters = (): Record<string, unknown> =>
	Object.fromEntries(
		parameters.map((name) => [
			name,
			// An all-day appointment would change start and end.
			name === 'isAlldayEvent' ? false : cases[name].enter,
		]),
	);
