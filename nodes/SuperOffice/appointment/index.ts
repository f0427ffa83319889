import type { Resource } from '../operation';
import { create } from './create';
import { deleteOperation } from './delete';
import { ENTITY } from './given';
import { get } from './get';
import { setCompleted } from './setCompleted';
import { update } from './update';
import { upsert } from './upsert';
import { validate } from './validate';

export const appointment: Resource = {
	label: 'Appointment',
	entity: ENTITY,
	operations: { create, delete: deleteOperation, get, setCompleted, update, upsert, validate },
};
