import type { Resource } from '../operation';
import { create } from './create';
import { ENTITY } from './given';
import { get } from './get';
import { getMany } from './getMany';
import { validate } from './validate';

export const appointment: Resource = {
	label: 'Appointment',
	entity: ENTITY,
	operations: { create, get, getAll: getMany, validate },
};
