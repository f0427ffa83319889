import { identifier } from '../../shared/fields/reference';
import { rowList } from '../../shared/fields/rows';
import { ungrouped, type FieldTable } from '../../shared/fields/table';
import type { Json } from '../../shared/json';
import { appointmentFields } from './appointment.fields';
import { operationFieldsForm } from '../../crud/operationFields';

/** The owner, as a field of operations that save no appointment. */
export const ownerField = {
	associate: ungrouped(appointmentFields.associate),
} satisfies FieldTable;

export const ownerForm = operationFieldsForm(ownerField);

/** A list of owners, sent as IDs. */
const severalOwners = {
	item: 'owner',
	label: 'Owner',
	columns: [
		{
			name: 'associateId',
			label: 'Owner',
			help: 'A user, a room or other equipment',
			kind: identifier({ method: 'diaryOwner' }),
			wire: 'AssociateId',
			required: true,
		},
	],
};

export const owners = rowList(severalOwners);

/** The same, as a filter. */
export const ownersFilter = rowList(severalOwners, true);

/** The numbers of the chosen ones, once each. */
export const ownerIds = (value: Json): number[] => [
	...new Set((value as Array<{ AssociateId: number }>).map(({ AssociateId }) => AssociateId)),
];
