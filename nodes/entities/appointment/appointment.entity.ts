import { accept, reject } from './operations/answer';
import { addParticipants } from './operations/addParticipants';
import { addVideoMeeting } from './operations/addVideoMeeting';
import { assign } from './operations/assign';
import { create } from '../../crud/create';
import { deleteOperation } from './operations/delete';
import { findFreeTime } from './operations/findFreeTime';
import { get } from '../../crud/get';
import { getCustomFields } from '../../crud/getCustomFields';
import { getDefaults } from './operations/getDefaults';
import { getLinks } from './operations/getLinks';
import { getMany } from '../../crud/getMany';
import { getParticipants } from './operations/getParticipants';
import { getSeries } from './operations/getSeries';
import { getSeriesDates } from './operations/getSeriesDates';
import { move } from './operations/move';
import { removeParticipants } from './operations/removeParticipants';
import { removeVideoMeeting } from './operations/removeVideoMeeting';
import { setCompleted } from './operations/setCompleted';
import { update } from './operations/update';
import { upsert } from '../../crud/upsert';
import { validate } from '../../crud/validate';

import type { EntityDefinition } from '../entity';
import { appointmentArchive } from './appointment.archive';
import { overDefaults } from './appointment.defaults';
import { appointmentEvents } from './appointment.events';
import { appointmentFields, appointmentGroups } from './appointment.fields';
import { appointmentFilters } from './appointment.filters';
import { withAlarm } from './appointment.rules';
import { settleChanges, settleNew } from './appointment.settle';
import { REFUSE_CONFLICTS, refuseConflicts, refusesConflicts } from './conflicts/conflicts';
import { appointmentItems } from './ownItem/items';
import { bookingOf } from './participants/booking';
import { savingSeries } from './series/savedSeries';
import { ALL } from '../../shared/turns';

const PARTICIPANTS_REPLACED =
	'All who take part, the one who invites first; the list replaces the one that is there, where those who stay keep their answers';

/** SuperOffice's appointments, follow-ups and to-dos. */
export const appointment: EntityDefinition = {
	name: 'Appointment',
	label: 'Appointment',
	words: { a: 'an appointment', one: 'appointment', many: 'appointments' },
	id: 'AppointmentId',
	table: 'appointment',
	source: 'appointment',
	archive: appointmentArchive,
	fields: appointmentFields,
	groups: appointmentGroups,
	systemGroup: 'systemFields',
	// SuperOffice's documentation of the table `appointment`.
	alwaysFilled: ['startDate', 'endDate', 'associate', 'task'],
	filters: appointmentFilters,
	example: { Title: 'My appointment' },
	selectExample: 'AppointmentId,Title,Contact/Name',
	usual: 'create',
	operations: {
		accept,
		addParticipants,
		addVideoMeeting,
		assign,
		create: { ...create, description: 'Create an appointment, follow-up or to-do' },
		delete: deleteOperation,
		findFreeTime,
		get,
		getAll: getMany,
		getCustomFields,
		getDefaults,
		getLinks,
		getParticipants,
		getSeries,
		getSeriesDates,
		move,
		reject,
		removeParticipants,
		removeVideoMeeting,
		setCompleted,
		update,
		upsert,
		validate,
	},

	createControls: [REFUSE_CONFLICTS],
	createLock: (call) => (refusesConflicts(call) ? ALL : undefined),
	checkNew: refuseConflicts,
	forChange: (control) =>
		control.name === 'participants' ? { ...control, description: PARTICIPANTS_REPLACED } : control,
	derive: withAlarm,
	overDefaults,
	settle: settleNew,
	settleChanges,
	saving: savingSeries,
	sameRecords: bookingOf,
	ownItems: appointmentItems,
	events: appointmentEvents,
};
