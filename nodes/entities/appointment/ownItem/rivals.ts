import groupBy from 'lodash/groupBy';
import omit from 'lodash/omit';
import toLower from 'lodash/toLower';
import type { IDataObject } from 'n8n-workflow';

import { wireName, type FieldRow } from '../../../shared/fields/table';
import { isRecord } from '../../../shared/json';
import { appointmentFields } from '../appointment.fields';
import { isGiven } from './keys';

const rows: Array<[string, FieldRow]> = Object.entries(appointmentFields);

/** The keys that output has for a property: of a record, simplified, for its number and its name. */
const keysFor = (name: string, { kind }: FieldRow) =>
	(kind.keys ? ['', 'Id', 'Name'] : ['']).map((end) => `${name}${end}`);

/** Whether somebody wrote it: output has nested records. */
const isSet = ({ kind }: FieldRow, value: unknown) =>
	kind.keys !== undefined && isGiven(value) && !isRecord(value);

/** An item without what belongs to the booking of its appointment, which may have been answered since. */
export const withoutBooking = (item: IDataObject): IDataObject => {
	const booking = rows.filter(([, { group }]) => group === 'booking');
	const keys = booking.flatMap(([name, row]) =>
		keysFor(wireName(name), row).filter((key) => key !== wireName(name) || !isSet(row, item[key])),
	);
	return omit(item, keys);
};

/**
 * An item whose properties stand there once: what somebody has set beside the node's own words counts,
 * but for custom fields, of which each would lose the other's.
 * @param isRow whether its own words begin with small letters
 */
export function withoutRivals(item: IDataObject, isRow: boolean): IDataObject {
	const keys = groupBy(Object.keys(item), toLower);
	const lost = rows.flatMap(([name, row]) => {
		if (row.group === 'customData') return [];
		return keysFor(isRow ? name : wireName(name), row).flatMap((own) => {
			if (!(own in item)) return [];
			const rivals = (keys[own.toLowerCase()] ?? []).filter((key) => key !== own);
			const blank = rivals.filter((key) => !isGiven(item[key]));
			return rivals.length > blank.length ? [own, ...blank] : blank;
		});
	});
	return omit(item, lost);
}
