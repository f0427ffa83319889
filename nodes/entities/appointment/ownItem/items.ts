import { inAnyCase } from '../../../shared/json';
import type { OwnItems } from '../../entity';
import { resolve } from './original';
import { asProperties, hasPlainFields, saysSomething, type OwnItem } from './ownItem';

/** Appointments as this node and its triggers put them out. */
export const appointmentItems: OwnItems<OwnItem> = {
	saysSomething,
	hasPlainFields,
	asProperties,
	resolve: async (call, options, own, isNew) =>
		await resolve(call, options, own, isNew && inAnyCase(own.item, 'IsAlldayEvent') === true),
};
