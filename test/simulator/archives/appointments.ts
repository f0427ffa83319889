import { isMaster } from '../appointments/booking';
import { flag, number, words } from '../appointments/reading';
import { ruleOf } from '../appointments/series';
import { statusNumber, typeNumber } from '../appointments/states';
import type { Carrier } from '../tenant/carriers';
import { nameOf, USER_GROUPS } from '../lists/items';
import { translate } from '../engine/languages';
import { FIELDS } from '../customFields/fields';
import { customFieldColumns } from './customFieldColumns';
import type { Archive, Column, Restriction } from './columns';

type Appointment = Column<Carrier>;

const as =
	(restriction: Restriction) =>
	(label: string, raw: Appointment['raw'], more: Partial<Appointment> = {}): Appointment => ({
		restriction,
		label,
		raw,
		...more,
	});

const text = as('string');
const long = as('positiveString');
const name = as('stringorPK');
const int = as('int');
const bool = as('bool');
const date = as('date');
const list = as('listAny');
const associate = as('associate');
const none = as('none');

/** Whether a row is of the diary, and wanted there; to-dos have no place of their own in it (a guess). */
const isVisible = ({ Type, InvitationStatus }: Carrier) =>
	['inDiary', 'BookingForDiary'].includes(String(Type)) && InvitationStatus !== 'Declined';

const WARNINGS = [
	...['OK', 'NotInSync', 'NotNotifiedByEmail', 'RecurrencePatternNotSupported'],
	...['IncomingRecurrenceChangeNotSupported', 'ExternalParticipantsDateTimeMismatch'],
];

const criterion = { isCriterion: true };

/** The columns of the reference of FindAppointment, as far as the tenant's records have them. */
const columns: Record<string, Appointment> = {
	appointmentId: int('DB ID', number('AppointmentId')),
	text: long('Text', words('Title')),
	'appointment/title': long('Title', words('Title')),
	'appointment/agenda': long('Agenda', words('Agenda')),
	'appointment/internalNotes': long('Internal notes', words('InternalNotes')),
	'appointment/description': long('Text', words('Description')),
	date: date('Date', words('StartDate')),
	endDate: date('End date', words('EndDate')),
	completed: bool('Completed', ({ Completed }) => Completed === 'Completed'),
	type: list('Type', number('Task', 'TaskListItemId'), {
		show: words('Task', 'Value'),
		list: 'task',
	}),
	// What its numbers and texts are is documented nowhere: a guess, the type of the task.
	icon: list('Category', typeNumber, { show: words('Task', 'Type') }),
	recordType: text('Record type', words('Task', 'Type')),
	recordTypeText: list('Activity type', number('Task', 'TaskListItemId'), {
		show: words('Task', 'Type'),
	}),
	rawType: int('Type', typeNumber),
	rawStatus: int('Status', statusNumber),
	associateId: associate('ID', number('Associate', 'AssociateId'), {
		show: words('Associate', 'Name'),
		list: 'associate',
	}),
	'associate/associateDbId': associate('ID', number('Associate', 'AssociateId'), {
		list: 'associate',
	}),
	'associate/fullName': text('Full name', words('Associate', 'FullName')),
	userGroup: as('userGroup')('User group', number('Associate', 'GroupIdx'), {
		show: (row, { locale }) =>
			translate(nameOf(USER_GROUPS, number('Associate', 'GroupIdx')(row)), locale),
		list: 'usergroup',
	}),
	contactId: list('Company ID', number('Contact', 'ContactId'), { list: 'contact_new' }),
	'contact/contactId': int('Company ID', number('Contact', 'ContactId')),
	'contact/name': name('Company name', words('Contact', 'Name')),
	// The reference lists it without a restriction, so that filters cannot name it.
	'contact/nameDepartment': none('Company', words('Contact', 'FullName')),
	personId: list('Contact ID', number('Person', 'PersonId'), { list: 'person' }),
	'person/personId': int('Contact ID', number('Person', 'PersonId')),
	'person/fullName': text('Full name', words('Person', 'FullName')),
	projectId: list('Project ID', number('Project', 'ProjectId'), { list: 'project' }),
	'project/name': name('Project name', words('Project', 'Name')),
	saleId: int('Sale ID', number('Sale', 'SaleId')),
	'sale/heading': name('Sale', words('Sale', 'Title')),
	priority: list('Priority', number('Priority', 'Id'), {
		show: words('Priority', 'Value'),
		list: 'priority',
	}),
	location: text('Location', words('Location')),
	isFree: bool('Free', flag('IsFree')),
	alarm: bool('Has alarm', flag('HasAlarm')),
	recurring: bool('Repeating', (row) => ruleOf(row) > 0),
	recurrenceRuleId: int('RR-ID', ruleOf),
	booking: bool('Invitation', (row) => isMaster(row) || row.BookingType === 'Participant'),
	isMilestone: bool('Milestone', flag('IsMileStone')),
	updatedDate: date('Updated', words('UpdatedDate'), { isUtc: true }),
	registeredDate: date('Registered date', words('CreatedDate'), { isUtc: true }),
	updatedBy: associate('Updated by', number('UpdatedBy', 'AssociateId'), {
		show: words('UpdatedBy', 'Name'),
		list: 'associate',
	}),
	registeredBy: associate('Registered by', number('CreatedBy', 'AssociateId'), {
		show: words('CreatedBy', 'Name'),
		list: 'associate',
	}),
	invitedPersonId: int('ID of invited person', number('InvitedPerson', 'PersonId')),
	suggestedAppointmentId: int('Follow-up ID (suggestion)', number('SuggestedAppointmentId')),
	joinVideomeetUrl: none('Video meeting URL', words('JoinVideomeetUrl')),
	cautionWarning: list('Warning', (row) => WARNINGS.indexOf(String(row.CautionWarning)), {
		show: words('CautionWarning'),
	}),
	visibleInDiary: bool('ExcludeBook', isVisible),
	skipTentativeAndRejectedRestriction: bool('ExcludeBook', isVisible, criterion),
	getAllRows: bool('GetAll', () => true, criterion),
	getNoRows: bool('GetNone', () => false, criterion),
	...customFieldColumns(
		FIELDS.Appointment,
		{ udef: 'appointmentUdef' },
		({ CustomFields }: Carrier) => CustomFields,
	),
};

/** The archive behind GET /Appointment. */
export const findAppointment: Archive<Carrier> = {
	name: 'FindAppointment',
	entities: ['appointment'],
	entity: () => 'appointment',
	key: ({ AppointmentId }) => Number(AppointmentId),
	rows: ({ appointments }) => appointments.values(),
	index: {
		column: 'appointmentId',
		after: ({ appointments }, key) => appointments.after(key),
	},
	unordered: ['skipTentativeAndRejectedRestriction', 'getAllRows', 'getNoRows'],
	columns,
};
