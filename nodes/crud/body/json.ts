import type { IDataObject } from 'n8n-workflow';

import { checkDigits, toJsonText } from '../../shared/fields/jsonObject';
import { FieldError, quote, type Spot } from '../../shared/fields/kind';
import { isDigits } from '../../shared/fields/number';
import { spotOf } from '../../shared/fields/parameter';
import { unknownKeys, wireName } from '../../shared/fields/table';
import type { Json, JsonObject } from '../../shared/json';
import { lossesIn } from '../../shared/jsonText';
import { appointmentFields } from '../../entities/appointment/appointment.fields';
import { JSON_BODY, SPECIFY_BODY } from './form';

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

/** The number's name, as all others are compared. */
const NUMBER = 'appointmentid';

const isNumber = (key: string) => key.toLowerCase() === NUMBER;

/** Whether a key may be read as the number's name by somebody who is not strict. */
const looksLikeNumber = (key: string) =>
	key
		.normalize('NFKC')
		.toLowerCase()
		.split(/\/|~1/)
		.some((part) => part.replace(/[^a-z0-9]/g, '') === NUMBER);

/** Whether data hold nothing, or nothing but the number of their appointment. */
export const saysNothing = (data: object): boolean => Object.keys(data).every(isNumber);

/** The numbers that are none. */
const NONE: unknown[] = [undefined, null, '', 0, '0'];

/**
 * Refuses data that carry the number of another appointment than they are for.
 * @param id the appointment's number, 0 for a new one
 * @param none what counts as no number
 */
export function refuseOtherId(
	data: Record<string, unknown>,
	id: number,
	spot: Spot,
	none = NONE,
): void {
	for (const key of Object.keys(data).filter(isNumber)) {
		const value = data[key];
		if (none.includes(value)) continue;
		const isPlain = typeof value === 'number' || typeof value === 'string';
		if (isPlain && isDigits(value) && Number(value) === id) continue;
		const given = `${key} is ${quote(value)}`;
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
}

/**
 * The JSON body of an item, as it is written.
 * @throws FieldError for what is no object, and where it names the appointment's number twice or in a
 * way that SuperOffice might understand and this node does not
 */
export function readJsonBody(read: (parameter: string) => unknown): string {
	const spot = spotOf(JSON_BODY);
	const text = toJsonText(read(JSON_BODY.name), spot);
	const twins = lossesIn(text).twins.filter(({ depth }) => depth === 1);
	const keys = [...Object.keys(JSON.parse(text) as JsonObject), ...twins.map(({ key }) => key)];
	const named = keys.filter(looksLikeNumber);
	if (named.length > 1) {
		const problem = `names the appointment's number ${named.length} times: ${named.map(quote).join(', ')}`;
		throw new FieldError(spot, problem, 'Keep one of them.');
	}
	const strange = named.find((key) => !isNumber(key));
	if (strange === undefined) return text;
	const problem = `${quote(strange)} might be read as the appointment's number`;
	throw new FieldError(spot, problem, 'Write AppointmentId, or remove it.');
}

const OFFICIAL = new Map(
	Object.keys(appointmentFields).map((name) => [name.toLowerCase(), wireName(name)]),
);

/**
 * JSON whose properties have SuperOffice's own names, as it takes them in any case.
 * @throws FieldError where a property stands twice
 */
function withOfficialNames(json: JsonObject, spot: Spot): JsonObject {
	const named = new Map<string, Json>();
	for (const [key, value] of Object.entries(json)) {
		const name = OFFICIAL.get(key.toLowerCase()) ?? key;
		if (named.has(name))
			throw new FieldError(spot, `has ${quote(name)} twice`, 'Keep one of the two.');
		named.set(name, value);
	}
	return Object.fromEntries(named);
}

/**
 * A body as an object with SuperOffice's own names, whichever way it was given.
 * @throws FieldError for JSON that has a property twice, or a number with more digits than are kept
 */
export function namedBody(body: JsonObject | string): JsonObject {
	if (typeof body !== 'string') return body;
	const spot = spotOf(JSON_BODY);
	checkDigits(body, spot);
	return withOfficialNames(JSON.parse(body) as JsonObject, spot);
}
