import { isEqual } from 'lodash';

import { DICTIONARIES, mergeCustomFields } from '../customFields/dictionaries';
import { blankValue } from '../customFields/encodings';
import { bodyValue, isCarrier } from '../engine/values';
import type { Carrier } from '../tenant/carriers';
import type { Data } from '../tenant/data';
import { clearedEntity } from './entity';
import type { Kind } from './kind';

/** The custom fields that one record has and the other one lacks. */
function missingCustomFields({ fields }: Kind, source: Carrier, destination: Carrier): Carrier {
	const missing = fields.definitions.filter(
		(definition) => bodyValue(destination.CustomFields, definition.key) === blankValue(definition),
	);
	const values = missing.map(({ key }) => [key, bodyValue(source.CustomFields, key) ?? null]);
	return { CustomFields: Object.fromEntries(values) as Carrier };
}

/** A record whose empty properties have the values of another one. */
export function filledFrom(kind: Kind, data: Data, source: Carrier, destination: Carrier): Carrier {
	const cleared = clearedEntity(kind, data);
	const fixed = [...kind.setByServer, ...DICTIONARIES, kind.id, 'Address'];
	const empty = Object.keys(cleared).filter(
		(property) => !fixed.includes(property) && isEqual(destination[property], cleared[property]),
	);
	const { Address } = destination;
	const hasAddress = !kind.addresses || (isCarrier(Address) && Address.Formatted !== '');
	return {
		...destination,
		...Object.fromEntries(empty.map((property) => [property, source[property]])),
		...(!hasAddress && { Address: source.Address }),
		...mergeCustomFields(
			data,
			kind.fields,
			destination,
			missingCustomFields(kind, source, destination),
		),
	};
}

/** Removes a record for good, its foreign keys too: that these are not moved is a guess. */
export function removeEntity(kind: Kind, data: Data, id: number): void {
	data.written[kind.name].delete(id);
	data.recordKeys[kind.name].delete(id);
	data[kind.list].delete(id);
}

/** Gives the appointments of a record, from a moment on, other values. */
export function changeAppointments(
	{ appointments }: Data,
	isMeant: (row: Carrier) => boolean,
	values: Carrier,
): void {
	const meant = [...appointments.values()].filter(isMeant);
	for (const row of meant) appointments.set(Number(row.AppointmentId), { ...row, ...values });
}
