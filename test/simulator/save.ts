import { DateTime } from 'luxon';

import { blankAppointment } from './blank';
import type { Carrier, Value } from './carriers';
import { DICTIONARIES, mergeCustomFields } from './customFields/dictionaries';
import { SESSION_USER, type Data } from './data';
import { isDate, readDate, type Clock } from './dates';
import { badArgument, notFound } from './failures';
import { isCarrier, mapTexts } from './values';

/** SuperOffice sets these; what a client sends for them changes nothing (a guess but for CreatedBy). */
const SET_BY_SERVER = [
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

const REFERENCES: Record<string, { list: Exclude<keyof Data, 'appointments'>; key: string }> = {
	Associate: { list: 'associates', key: 'AssociateId' },
	AssignedBy: { list: 'associates', key: 'AssociateId' },
	MotherAssociate: { list: 'associates', key: 'AssociateId' },
	Contact: { list: 'contacts', key: 'ContactId' },
	Person: { list: 'persons', key: 'PersonId' },
	InvitedPerson: { list: 'persons', key: 'PersonId' },
	Project: { list: 'projects', key: 'ProjectId' },
	Sale: { list: 'sales', key: 'SaleId' },
	Task: { list: 'tasks', key: 'TaskListItemId' },
	Priority: { list: 'priorities', key: 'Id' },
};

const ENUMS: Record<string, string[]> = {
	Private: ['Public', 'PrivateUser', 'PrivateGroup'],
	Completed: ['Unknown', 'NotStarted', 'Started', 'Completed'],
};

const TIME_SPANS = ['AlarmLeadTime', 'LagTime', 'LeadTime'];

const FLAGS = ['Weekdays', 'Weekday'];
const DAYS = ['Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday', 'Saturday', 'Sunday'];

/** The official client posts flags as the sum of their bits, Monday being 1. */
function readFlags(value: Value): Value {
	if (typeof value !== 'number') return value;
	return DAYS.filter((_day, bit) => value & (1 << bit)).join(', ') || 'Unknown';
}

/** Names are compared without case: the official client posts them in camel case. */
function withOfficialNames(value: Value, known: string[] = []): Value {
	if (Array.isArray(value)) return value.map((one) => withOfficialNames(one));
	if (!isCarrier(value)) return value;
	return Object.fromEntries(
		Object.entries(value).map(([key, one]) => {
			const upper = key.charAt(0).toUpperCase() + key.slice(1);
			const name = known.find((each) => each.toLowerCase() === key.toLowerCase()) ?? upper;
			if (DICTIONARIES.includes(name)) return [name, one];
			return [name, FLAGS.includes(name) ? readFlags(one) : withOfficialNames(one)];
		}),
	);
}

function resolveReference(data: Data, property: string, value: Value): Value {
	const { list, key } = REFERENCES[property];
	const id = isCarrier(value) ? Number(value[key] ?? 0) : 0;
	if (id === 0) return null;
	const record = data[list].get(id);
	if (!record) throw notFound(`${property} id ${id}`);
	return record;
}

/** A time span in .NET's or in ISO's form. Anything else counts as none: a guess. */
function readTimeSpan(value: Value): string {
	const text = String(value);
	if (/^(\d+\.)?\d{2}:\d{2}:\d{2}$/.test(text)) return text;
	const iso = /^P(?:(\d+)D)?(?:T(?:(\d+)H)?(?:(\d+)M)?(?:(\d+)S)?)?$/.exec(text);
	if (!iso) return '00:00:00';
	const [days, ...clock] = iso.slice(1).map((part) => Number(part ?? 0));
	const written = clock.map((part) => String(part).padStart(2, '0')).join(':');
	return days > 0 ? `${days}.${written}` : written;
}

function complete(blank: Carrier, property: string, value: Value): Value {
	const pattern = blank[property];
	if (isCarrier(pattern) && isCarrier(value)) {
		return { ...pattern, ...value };
	}
	return value;
}

/** The stored value of a property that a client sent. */
function accept(data: Data, blank: Carrier, property: string, value: Value): Value {
	if (property in REFERENCES) return resolveReference(data, property, value);
	if (value === null) return blank[property];
	if (TIME_SPANS.includes(property)) return readTimeSpan(value);
	if (property in ENUMS && !ENUMS[property].includes(String(value))) {
		throw badArgument(`"${String(value)}" is not a valid value for ${property}`);
	}
	return complete(blank, property, value);
}

const now = () => `${new Date().toISOString().slice(0, 19)}Z`;

/** The entity of GET /Appointment/default: an hour from the next full hour on. */
export function defaultAppointment(data: Data, owner?: number): Carrier {
	const start = DateTime.utc().startOf('hour').plus({ hours: 1 });
	const iso = (time: DateTime) => `${time.toFormat("yyyy-MM-dd'T'HH:mm:ss")}Z`;
	return blankAppointment(data, iso(start), iso(start.plus({ hours: 1 })), owner);
}

/**
 * An entity with its dates as they are stored.
 * @throws Failure for text that is no date
 */
export function storeDates(entity: Value, clock: Clock): Carrier {
	return mapTexts(entity, (text, path) => {
		if (!isDate(path)) return text;
		const date = readDate(text, path, clock);
		if (date === undefined) throw badArgument(`"${text}" is not a date (${path.join('/')})`);
		return date;
	}) as Carrier;
}

/** What a save of the body makes of an appointment, and the stored one that it changes. */
export interface Draft {
	entity: Carrier;
	stored?: Carrier;
	/** Names of the properties that the body has. */
	sent: string[];
}

/**
 * Reads the body of a POST: over the appointment of its number, else over a new one.
 * @throws Failure for a body, a date, an enum value or a reference that cannot be
 */
export function draftAppointment(data: Data, body: Value | undefined, clock: Clock): Draft {
	if (!isCarrier(body)) throw badArgument('The request body is not an AppointmentEntity');
	const blank = defaultAppointment(data);
	const sent = storeDates(withOfficialNames(body, Object.keys(blank)), clock);
	const wanted = Number(sent.AppointmentId ?? 0);
	const stored = data.appointments.get(wanted);
	if (wanted !== 0 && !stored) throw notFound(`Appointment id ${wanted}`);
	const changes = Object.entries(sent)
		.filter(([property]) => property in blank && !SET_BY_SERVER.includes(property))
		.map(([property, value]) => [property, accept(data, blank, property, value)] as const);
	const before = stored ?? blank;
	const entity: Carrier = {
		...before,
		...Object.fromEntries(changes),
		...mergeCustomFields(data, before, sent),
		AppointmentId: stored ? wanted : 0,
	};
	if (sent.ActiveDate === undefined || sent.ActiveDate === null) {
		entity.ActiveDate = entity.StartDate;
	}
	if (Array.isArray(entity.Links)) entity.ActiveLinks = entity.Links.length;
	return { entity, stored, sent: Object.keys(sent) };
}

/**
 * Saves an appointment as POST does: a new one with number 0 or none, else over the given number.
 * @throws Failure as draftAppointment does
 */
export function saveAppointment(data: Data, body: Value | undefined, clock: Clock): Carrier {
	const { entity, stored } = draftAppointment(data, body, clock);
	const user = data.associates.get(SESSION_USER) ?? null;
	const id = stored ? Number(stored.AppointmentId) : Math.max(0, ...data.appointments.keys()) + 1;
	const saved: Carrier = {
		...entity,
		...(stored ? { UpdatedBy: user, UpdatedDate: now() } : { CreatedBy: user, CreatedDate: now() }),
		AppointmentId: id,
	};
	data.appointments.set(id, saved);
	return saved;
}
