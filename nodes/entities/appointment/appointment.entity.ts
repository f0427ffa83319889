import { accept, reject } from './operations/answer';
import { addParticipants } from './operations/addParticipants';
import { addVideoMeeting } from './operations/addVideoMeeting';
import { assign } from './operations/assign';
import { create } from '../../crud/create';
import { deleteAppointment } from './operations/deleteAppointment';
import { findFreeTime } from './operations/findFreeTime';
import { get } from '../../crud/get';
import { getCustomFields } from '../../crud/getCustomFields';
import { getDefaults } from './operations/getDefaults';
import { getLinks } from '../../crud/getLinks';
import { getMany } from '../../crud/getMany';
import { getParticipants } from './operations/getParticipants';
import { getSeries } from './operations/getSeries';
import { getSeriesDates } from './operations/getSeriesDates';
import { move } from './operations/move';
import { removeParticipants } from './operations/removeParticipants';
import { removeVideoMeeting } from './operations/removeVideoMeeting';
import { setCompleted } from '../../crud/setCompleted';
import { updateAppointment } from './operations/updateAppointment';
import { upsert } from '../../crud/upsert';
import { validate } from '../../crud/validate';

import type { EntityDefinition } from '../entity';
import { appointmentArchive } from './appointment.archive';
import { appointmentDefaults } from './appointment.defaults';
import { appointmentEvents } from './appointment.events';
import { appointmentFields } from './appointment.fields';
import { appointmentFilters } from './appointment.filters';
import { appointmentOutput } from './appointment.output';
import { wholeDays, withAlarm } from './appointment.rules';
import { normalizeChanges, normalizeNew } from './appointment.normalize';
import { REFUSE_CONFLICTS, refuseConflicts, shouldRefuseConflicts } from './conflicts/conflicts';
import { fetchBookingIds } from './participants/booking';
import { saveAndCheckSeries } from './series/checkSavedSeries';
import { EXCLUSIVE } from '../../shared/keyedLock';

const PARTICIPANTS_REPLACED =
	'All participants, the organizer first. This list replaces the current one; participants who stay keep their answers.';

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
	// SuperOffice's documentation of the table `appointment`.
	neverEmpty: ['startDate', 'endDate', 'associate', 'task'],
	filters: appointmentFilters,
	example: { Title: 'My appointment' },
	simplified: [
		...['appointmentId', 'title', 'startDate', 'endDate', 'type', 'task'],
		...['associate', 'contact', 'person', 'completed'],
	],
	asDays: wholeDays,
	defaultOperation: 'create',
	operations: {
		accept,
		addParticipants,
		addVideoMeeting,
		assign,
		create: { ...create, description: 'Create an appointment, follow-up or to-do' },
		delete: deleteAppointment,
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
		setCompleted: setCompleted('Completed', 'NotStarted'),
		update: updateAppointment,
		upsert,
		validate,
	},

	createOptions: [REFUSE_CONFLICTS],
	createLockKey: (call) => (shouldRefuseConflicts(call) ? EXCLUSIVE : undefined),
	beforeCreate: refuseConflicts,
	adaptForUpdate: (control) =>
		control.name === 'participants' ? { ...control, description: PARTICIPANTS_REPLACED } : control,
	derive: withAlarm,
	defaults: appointmentDefaults,
	normalize: normalizeNew,
	normalizeChanges,
	wrapSave: saveAndCheckSeries,
	linkedRecordIds: fetchBookingIds,
	ownOutput: appointmentOutput,
	events: appointmentEvents,
};
