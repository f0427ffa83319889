import { ungrouped, type FieldTable } from '../../shared/fields/table';
import { appointmentFields } from './appointment.fields';
import { ownForm } from './ownFields';

/** The owner, as a field of operations that save no appointment. */
export const ownerField = {
	associate: ungrouped(appointmentFields.associate),
} satisfies FieldTable;

export const ownerForm = ownForm(ownerField);
