import type { Resource } from '../operation';
import { create } from './create';
import { ENTITY } from './given';
import { validate } from './validate';

export const appointment: Resource = {
	label: 'Appointment',
	entity: ENTITY,
	operations: { create, validate },
};
