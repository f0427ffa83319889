import type { Resource } from '../operation';
import { accept } from './accept';
import { assign } from './assign';
import { create } from './create';
import { ENTITY } from './given';
import { findFreeTime } from './findFreeTime';
import { get } from './get';
import { getSeries } from './getSeries';
import { move } from './move';
import { reject } from './reject';
import { validate } from './validate';

export const appointment: Resource = {
	label: 'Appointment',
	entity: ENTITY,
	usual: 'create',
	operations: { accept, assign, create, findFreeTime, get, getSeries, move, reject, validate },
};
