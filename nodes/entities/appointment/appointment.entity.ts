import type { Resource } from '../../crud/operation';
import { accept } from './operations/accept';
import { addParticipants } from './operations/addParticipants';
import { addVideoMeeting } from './operations/addVideoMeeting';
import { assign } from './operations/assign';
import { create } from '../../crud/create';
import { deleteOperation } from '../../crud/delete';
import { findFreeTime } from './operations/findFreeTime';
import { get } from '../../crud/get';
import { getCustomFields } from '../../crud/getCustomFields';
import { getDefaults } from './operations/getDefaults';
import { getLinks } from './operations/getLinks';
import { getMany } from '../../crud/getMany';
import { getParticipants } from './operations/getParticipants';
import { getSeries } from './operations/getSeries';
import { getSeriesDates } from './operations/getSeriesDates';
import { ENTITY } from '../../crud/body/read';
import { move } from './operations/move';
import { reject } from './operations/reject';
import { removeParticipants } from './operations/removeParticipants';
import { removeVideoMeeting } from './operations/removeVideoMeeting';
import { setCompleted } from './operations/setCompleted';
import { update } from '../../crud/update';
import { upsert } from '../../crud/upsert';
import { validate } from '../../crud/validate';

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
