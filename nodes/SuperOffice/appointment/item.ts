import type { IDataObject } from 'n8n-workflow';

import { FieldError, quote, type Spot } from '../../shared/fields/kind';
import { spotOf } from '../../shared/fields/parameter';
import { unknownKeys, wireName } from '../../shared/fields/table';
import type { JsonObject } from '../../shared/json';
import { appointmentFields } from './appointment.fields';
import { JSON_BODY, SPECIFY_BODY } from './givenForm';

/** Refuses an item's fields that would be lost. `known` are keys that something else takes. */
export function checkItem(item: IDataObject, known: string[], ignoresUnknown: boolean): void {
	const spot = spotOf(SPECIFY_BODY);
	const taken = new Set(known);
	const unknown = unknownKeys(appointmentFields, item).filter((key) => !taken.has(key));
	if (unknown.length > 0 && !ignoresUnknown) {
		throw new FieldError(
			spot,
			`the item has fields that are no properties of an appointment: ${unknown.join(', ')}`,
			'Rename or remove them, or turn on Ignore Unknown Fields. For custom fields, turn on Use Typed Custom Fields and map them automatically.',
		);
	}
}

/**
 * Refuses data that carry the number of another appointment than they are for.
 * @param id the appointment's number, 0 for a new one
 */
export function refuseOtherId(data: Record<string, unknown>, id: number, spot: Spot): void {
	const key = Object.keys(data).find((one) => one.toLowerCase() === 'appointmentid');
	if (key === undefined || !Number(data[key]) || Number(data[key]) === id) return;
	const given = `${key} is ${quote(data[key])}`;
	if (id > 0) {
		const advice = 'Remove it, or choose that appointment.';
		throw new FieldError(spot, `${given}, but the appointment to change is ${id}`, advice);
	}
	throw new FieldError(
		spot,
		`${given}, and would save over that appointment`,
		'Remove the field from the item, as a new appointment gets its number from SuperOffice.',
	);
}

const OFFICIAL = new Map(
	Object.keys(appointmentFields).map((name) => [name.toLowerCase(), wireName(name)]),
);

/**
 * JSON whose properties have SuperOffice's own names, as it takes them in any case.
 * @throws FieldError where a property stands twice
 */
export function withOfficialNames(json: JsonObject, spot: Spot): JsonObject {
	const named: JsonObject = {};
	for (const [key, value] of Object.entries(json)) {
		const name = OFFICIAL.get(key.toLowerCase()) ?? key;
		if (name in named)
			throw new FieldError(spot, `has ${quote(name)} twice`, 'Keep one of the two.');
		named[name] = value;
	}
	return named;
}

/** A body as an object with SuperOffice's own names, whichever way it was given. */
export const namedBody = (body: JsonObject | string): JsonObject =>
	typeof body === 'string'
		? withOfficialNames(JSON.parse(body) as JsonObject, spotOf(JSON_BODY))
		: body;
