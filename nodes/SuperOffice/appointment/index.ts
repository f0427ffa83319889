import type { Resource } from '../operation';
import { create } from './create';
import { ENTITY } from './given';
import { get } from './get';
import { validate } from './validate';

export const appointment: Resource = {
	label: 'Appointment',
	entity: ENTITY,
	operations: { create, get, validate },
};
