import { getIgnoringCase } from '../../../shared/json';
import type { OwnItems } from '../../entity';
import { resolveReferences } from './resolveReferences';
import { toProperties, hasPlainFields, hasContent, type AppointmentItem } from './ownItem';

/** Appointments as this node and its triggers put them out. */
export const appointmentItems: OwnItems<AppointmentItem> = {
	hasContent,
	hasPlainFields,
	asProperties: toProperties,
	resolve: async (call, options, own, isNew) =>
		await resolveReferences(
			call,
			options,
			own,
			isNew && getIgnoringCase(own.item, 'IsAlldayEvent') === true,
		),
};
