import type { Resource } from '../operation';
import { create } from './create';
import { validate } from './validate';

export const appointment: Resource = {
	label: 'Appointment',
	operations: { create, validate },
};
