import type { Resource } from '../operation';
import { accept } from './accept';
import { addParticipants } from './addParticipants';
import { addVideoMeeting } from './addVideoMeeting';
import { assign } from './assign';
import { create } from './create';
import { deleteOperation } from './delete';
import { findFreeTime } from './findFreeTime';
import { get } from './get';
import { getCustomFields } from './getCustomFields';
import { getDefaults } from './getDefaults';
import { getLinks } from './getLinks';
import { getMany } from './getMany';
import { getParticipants } from './getParticipants';
import { getSeries } from './getSeries';
import { getSeriesDates } from './getSeriesDates';
import { ENTITY } from './given';
import { move } from './move';
import { reject } from './reject';
import { removeParticipants } from './removeParticipants';
import { removeVideoMeeting } from './removeVideoMeeting';
import { setCompleted } from './setCompleted';
import { update } from './update';
import { upsert } from './upsert';
import { validate } from './validate';

export const appointment: Resource = {
	label: 'Appointment',
	entity: ENTITY,
	usual: 'create',
	operations: {
		accept,
		addParticipants,
		addVideoMeeting,
		assign,
		create,
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
};
