import type { Resource } from '../operation';
import { accept } from './accept';
import { assign } from './assign';
import { create } from './create';
import { deleteOperation } from './delete';
import { get } from './get';
import { getMany } from './getMany';
import { ENTITY } from './given';
import { move } from './move';
import { reject } from './reject';
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
		assign,
		create,
		delete: deleteOperation,
		get,
		getAll: getMany,
		move,
		reject,
		setCompleted,
		update,
		upsert,
		validate,
	},
};
