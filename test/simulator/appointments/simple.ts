import type { Carrier, Value } from '../tenant/carriers';
import { bodyValue } from '../engine/values';
import { isInvitation } from './booking';
import { isRecurring } from './series';

/** The properties that the flat carrier has under the same name. */
const SAME = [
	...['AppointmentId', 'StartDate', 'EndDate', 'Type', 'Description', 'IsPublished', 'ColorIndex'],
	...['IsFree', 'HasAlarm', 'IsAlldayEvent', 'Private', 'ActiveDate', 'AssignmentStatus'],
	...['InvitationStatus', 'BookingType', 'Completed', 'MotherId', 'RejectReason', 'Location'],
	...['AlarmLeadTime', 'CreatedDate', 'CautionWarning', 'OwnedExternally', 'JoinVideomeetUrl'],
	...['PreferredTZLocation', 'Title', 'Agenda', 'InternalNotes', 'TableRight'],
];

const number = (record: Value, name: string) => Number(bodyValue(record, name) ?? 0);
const text = (record: Value, name: string) => String(bodyValue(record, name) ?? '');

/** An appointment without what is nested in it, as GetAppointment and others answer. */
export function simpleAppointment(entity: Carrier): Carrier {
	const { Associate, AssignedBy, Contact, CreatedBy, Person, Priority, Project, Sale } = entity;
	const { Recurrence, Task } = entity;
	return {
		...Object.fromEntries(SAME.map((name) => [name, entity[name]])),
		Task: text(Task, 'Value'),
		TaskId: number(Task, 'TaskListItemId'),
		TaskType: text(Task, 'Type') || 'Unknown',
		AssociateId: number(Associate, 'AssociateId'),
		AssociateName: text(Associate, 'Name'),
		AssociateFullName: text(Associate, 'FullName'),
		ContactId: number(Contact, 'ContactId'),
		ContactName: text(Contact, 'Name'),
		PersonId: number(Person, 'PersonId'),
		PersonFullName: text(Person, 'FullName'),
		ProjectId: number(Project, 'ProjectId'),
		ProjectName: text(Project, 'Name'),
		SaleId: number(Sale, 'SaleId'),
		SaleName: text(Sale, 'Title'),
		PriorityId: number(Priority, 'Id'),
		PriorityName: text(Priority, 'Value'),
		IsBooking: entity.MotherId !== 0,
		IsBookingMain: entity.MotherId !== 0 && !isInvitation(entity),
		IsRecurrence: isRecurring(entity),
		RecurringPattern: isRecurring(entity) ? text(Recurrence, 'Pattern') : 'Unknown',
		RecurringStartDate: bodyValue(Recurrence, 'StartDate') ?? null,
		RecurringEndDate: bodyValue(Recurrence, 'EndDate') ?? null,
		AssignedBy: number(AssignedBy, 'AssociateId'),
		AssignedByFullName: text(AssignedBy, 'FullName'),
		CreatedBy: text(CreatedBy, 'Name'),
		CreatedByFullName: text(CreatedBy, 'FullName'),
		CreatedByAssociateId: number(CreatedBy, 'AssociateId'),
		MotherAssociateId: number(entity.MotherAssociate, 'AssociateId'),
		FieldProperties: {},
	};
}
