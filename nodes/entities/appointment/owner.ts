import { identifier } from '../../shared/fields/reference';
import { rows } from '../../shared/fields/rows';
import { ungrouped, type FieldTable } from '../../shared/fields/table';
import type { Json } from '../../shared/json';
import { appointmentFields } from './appointment.fields';
import { ownForm } from '../../crud/ownFields';

/** The owner, as a field of operations that save no appointment. */
export const ownerField = {
	associate: ungrouped(appointmentFields.associate),
} satisfies FieldTable;

export const ownerForm = ownForm(ownerField);

/** Several of those who have a diary, sent as a list of their numbers. */
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

export const owners = rows(severalOwners);

/** The same, as a filter. */
export const ownersFilter = rows(severalOwners, true);

/** The numbers of the chosen ones, once each. */
export const ownerIds = (value: Json): number[] => [
	...new Set((value as Array<{ AssociateId: number }>).map(({ AssociateId }) => AssociateId)),
];
