import { acceptValue } from './acceptValue';
import { checkEditable } from './editable';
import { alignRecurrence } from './series';
import { insertAppointment, updateAppointment } from './write';
import { blankAppointment } from './blank';
import { readBody } from '../engine/body';
import type { Carrier, Value } from '../tenant/carriers';
import { mergeCustomFields } from '../customFields/dictionaries';
import { FIELDS } from '../customFields/fields';
import type { Data } from '../tenant/data';
import { HOUR, storedInstant, type Clock } from '../engine/dates';
import { badArgument, notFound } from '../engine/failures';
import { isCarrier } from '../engine/values';

export { storeDates } from '../engine/body';

/** SuperOffice sets these; what a client sends for them changes nothing (a guess but for CreatedBy). */
export const SET_BY_SERVER = [
	'CreatedBy',
	'CreatedDate',
	'UpdatedBy',
	'UpdatedDate',
	'HasConflict',
	'PreferredTZLocationData',
	'ActiveLinks',
	'TableRight',
	'FieldProperties',
	'_Links',
];

/** The entity of GET /Appointment/default: an hour from the next full hour on. */
export function defaultAppointment(data: Data, owner?: number): Carrier {
	const start = (Math.floor(data.now() / HOUR) + 1) * HOUR;
	return blankAppointment(data, storedInstant(start), storedInstant(start + HOUR), owner);
}

/** What a save of the body makes of an appointment, and the stored one that it changes. */
export interface Draft {
	entity: Carrier;
	stored?: Carrier;
	/** Names of the properties that the body has. */
	sent: string[];
}

/** Puts what was sent over an appointment. */
export function overlay(data: Data, before: Carrier, sent: Carrier, blank: Carrier): Carrier {
	const changes = Object.entries(sent)
		.filter(([property]) => Object.hasOwn(blank, property) && !SET_BY_SERVER.includes(property))
		.map(([property, value]) => [property, acceptValue(data, blank, property, value)] as const);
	const entity: Carrier = {
		...before,
		...Object.fromEntries(changes),
		...mergeCustomFields(data, FIELDS.Appointment, before, sent),
		AppointmentId: before.AppointmentId,
	};
	if (sent.ActiveDate === undefined || sent.ActiveDate === null) {
		entity.ActiveDate = entity.StartDate;
	}
	if (Array.isArray(entity.Links)) entity.ActiveLinks = entity.Links.length;
	return alignRecurrence(data, entity, sent.Recurrence);
}

/**
 * Reads the body of a POST: over the appointment of its number, else over a new one.
 * @throws Failure for a body, a date, an enum value or a reference that cannot be
 */
export function draftAppointment(data: Data, body: Value | undefined, clock: Clock): Draft {
	if (!isCarrier(body)) throw badArgument('The request body is not an AppointmentEntity');
	const blank = defaultAppointment(data);
	const sent = readBody(body, Object.keys(blank), clock);
	const wanted = Number(sent.AppointmentId ?? 0);
	const stored = data.appointments.get(wanted);
	if (wanted !== 0 && !stored) throw notFound(`Appointment id ${wanted}`);
	const entity = overlay(data, stored ?? blank, sent, blank);
	return { entity, stored, sent: Object.keys(sent).filter((name) => sent[name] !== null) };
}

/**
 * Saves an appointment as POST does: a new one with number 0 or none, else over the given number.
 * @throws Failure as draftAppointment does, and for a completed one
 */
export function saveAppointment(data: Data, body: Value | undefined, clock: Clock): Carrier {
	const { entity, stored, sent } = draftAppointment(data, body, clock);
	if (!stored) return insertAppointment(data, entity, sent);
	checkEditable(stored, entity);
	return updateAppointment(data, stored, entity);
}
