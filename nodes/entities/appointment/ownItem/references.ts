import type { IDataObject } from 'n8n-workflow';

import type { FieldRow } from '../../../shared/fields/table';
import { inAnyCase, isRecord } from '../../../shared/json';
import { appointmentFields, type AppointmentParameter } from '../appointment.fields';
import type { Translated } from './archiveRow';

const rows = Object.entries(appointmentFields) as Array<[AppointmentParameter, FieldRow]>;

/** The key that an item has for a name, in any case. */
export const keyOf = (item: IDataObject, name: string) =>
	Object.keys(item).find((key) => key.toLowerCase() === name.toLowerCase());

/** A value that is there, and not nothing. */
export const isGiven = (value: unknown) => value !== undefined && value !== null && value !== '';

/**
 * References as simplified output has them, `ContactId` and `ContactName`, and nested records, in one
 * property each: the number counts, a name only without one. A property that somebody has set beside
 * them counts before both.
 * @param isOwn whether a nested record with neither was selected to be looked at, and says nothing
 */
export function withReferences({ item, ...others }: Translated, isOwn: boolean): Translated {
	const left = { ...item };
	const names = { ...others.names };
	for (const [name, { kind }] of rows) {
		if (!kind.keys) continue;
		const [own, ...flat] = ['', 'Id', 'Name'].map((end) => keyOf(left, `${name}${end}`) ?? '');
		const [value, flatId, flatName] = [own, ...flat].map((key) => left[key]);
		for (const key of flat) delete left[key];
		if (isGiven(value) && !isRecord(value)) continue;
		const nested = isRecord(value) ? value : {};
		const id = isGiven(flatId) ? flatId : inAnyCase(nested, kind.keys.id);
		const called = inAnyCase(nested, kind.keys.name) ?? flatName;
		const isTold = isGiven(id) || isGiven(called);
		if (isTold || isOwn) delete left[own];
		if (isGiven(id)) left[name] = id as IDataObject[string];
		else if (isGiven(called)) names[name] = String(called);
	}
	return { ...others, item: left, names };
}
