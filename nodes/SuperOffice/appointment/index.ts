import type { Resource } from '../operation';
import { create } from './create';

export const appointment: Resource = {
	label: 'Appointment',
	operations: { create },
};
