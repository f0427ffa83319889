import groupBy from 'lodash/groupBy';
import omit from 'lodash/omit';
import toLower from 'lodash/toLower';
import type { IDataObject } from 'n8n-workflow';

import { wireName, type FieldRow } from '../../../shared/fields/table';
import { isRecord } from '../../../shared/json';
import { CUSTOM_FIELDS, DEPRECATED_PROPERTIES } from '../../../shared/shape';
import { appointmentFields, type AppointmentParameter } from '../appointment.fields';
import { hasValue } from './itemKeys';

const rows: Array<[string, FieldRow]> = Object.entries(appointmentFields);

/** The keys that output has for a property: of a record, simplified, for its number and its name. */
const outputKeys = (name: string, { kind }: FieldRow) =>
	(kind.keys ? ['', 'Id', 'Name'] : ['']).map((end) => `${name}${end}`);

/** Whether the user has set it: output has nested records. */
const isSet = ({ kind }: FieldRow, value: unknown) =>
	kind.keys !== undefined && hasValue(value) && !isRecord(value);

/** What belongs to the booking of an appointment. */
const OF_BOOKING: AppointmentParameter[] = [
	'assignedBy',
	'assignmentStatus',
	'bookingType',
	'invitationStatus',
	'invitedPerson',
	'motherAssociate',
	'motherId',
	'rejectReason',
];

/** An item without what belongs to the booking of its appointment, which may have been answered since. */
export const withoutBooking = (item: IDataObject): IDataObject => {
	const keys = OF_BOOKING.flatMap((name) => {
		const row: FieldRow = appointmentFields[name];
		const [own, ...others] = outputKeys(wireName(name), row);
		return isSet(row, item[own]) ? others : [own, ...others];
	});
	return omit(item, keys);
};

/**
 * Removes duplicate keys of a property: a key that the user has added wins over the output's own,
 * but not for custom fields, where values would be lost.
 */
export function withoutDuplicates(item: IDataObject): IDataObject {
	const keys = groupBy(Object.keys(item), toLower);
	const lost = rows.flatMap(([name, row]) => {
		if ([CUSTOM_FIELDS, ...DEPRECATED_PROPERTIES].includes(wireName(name))) return [];
		return outputKeys(wireName(name), row).flatMap((own) => {
			if (!(own in item)) return [];
			const rivals = (keys[own.toLowerCase()] ?? []).filter((key) => key !== own);
			const blank = rivals.filter((key) => !hasValue(item[key]));
			return rivals.length > blank.length ? [own, ...blank] : blank;
		});
	});
	return omit(item, lost);
}
