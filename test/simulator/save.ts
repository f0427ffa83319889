import { DateTime } from 'luxon';

import type { Carrier, Value } from './carriers';
import { blankAppointment, SESSION_USER, type Data } from './data';
import { isDate, readDate, writeDate, type Clock } from './dates';
import { badArgument, notFound } from './failures';

const isCarrier = (value: Value | undefined): value is Carrier =>
	typeof value === 'object' && value !== null && !Array.isArray(value);

/** Dictionaries keep their keys as they are. */
const DICTIONARIES = ['CustomFields', 'UserDefinedFields', 'ExtraFields'];

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

const REFERENCES: Record<string, { list: keyof Data; key: string }> = {
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

function mapDates(
	value: Value,
	path: string[],
	change: (date: string, path: string[]) => string,
): Value {
	if (Array.isArray(value)) return value.map((one) => mapDates(one, path, change));
	if (isCarrier(value)) {
		return Object.fromEntries(
			Object.entries(value).map(([key, one]) => [key, mapDates(one, [...path, key], change)]),
		);
	}
	return typeof value === 'string' && isDate(path) ? change(value, path) : value;
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
export function defaultAppointment(data: Data): Carrier {
	const start = DateTime.utc().startOf('hour').plus({ hours: 1 });
	const iso = (time: DateTime) => `${time.toFormat("yyyy-MM-dd'T'HH:mm:ss")}Z`;
	return blankAppointment(data, iso(start), iso(start.plus({ hours: 1 })));
}

/**
 * An entity with its dates as they are stored.
 * @throws Failure for text that is no date
 */
export function storeDates(entity: Value, clock: Clock): Carrier {
	return mapDates(entity, [], (text, path) => {
		const date = readDate(text, path, clock);
		if (date === undefined) throw badArgument(`"${text}" is not a date (${path.join('/')})`);
		return date;
	}) as Carrier;
}

/**
 * Saves an appointment as POST does: a new one with number 0 or none, else over the given number.
 * @throws Failure for a body, a date, an enum value or a reference that cannot be
 */
export function saveAppointment(data: Data, body: Value, clock: Clock): Carrier {
	if (!isCarrier(body)) throw badArgument('The request body is not an AppointmentEntity');
	const blank = defaultAppointment(data);
	const sent = storeDates(withOfficialNames(body, Object.keys(blank)), clock);
	const wanted = Number(sent.AppointmentId ?? 0);
	const stored = data.appointments.get(wanted);
	if (wanted !== 0 && !stored) throw notFound(`Appointment id ${wanted}`);
	const id = stored ? wanted : Math.max(0, ...data.appointments.keys()) + 1;
	const changes = Object.entries(sent)
		.filter(([property]) => property in blank && !SET_BY_SERVER.includes(property))
		.map(([property, value]) => [property, accept(data, blank, property, value)] as const);
	const user = data.associates.get(SESSION_USER) ?? null;
	const saved: Carrier = {
		...(stored ?? { ...blank, CreatedBy: user, CreatedDate: now() }),
		...Object.fromEntries(changes),
		...(stored && { UpdatedBy: user, UpdatedDate: now() }),
		AppointmentId: id,
	};
	if (sent.ActiveDate === undefined || sent.ActiveDate === null) saved.ActiveDate = saved.StartDate;
	if (Array.isArray(saved.Links)) saved.ActiveLinks = saved.Links.length;
	data.appointments.set(id, saved);
	return saved;
}

/** Nulls what is not selected; names are compared without case, nested ones follow a slash. */
export function select(entity: Carrier, wanted: string | undefined): Carrier {
	const paths = (wanted ?? '').split(',').map((path) => path.trim().toLowerCase());
	if (paths.every((path) => path === '')) return entity;
	const nulledBelow = (value: Value, above: string): Value => {
		if (Array.isArray(value)) return value.map((one) => nulledBelow(one, above));
		return isCarrier(value) ? nulled(value, above) : null;
	};
	const nulled = (record: Carrier, above: string): Carrier =>
		Object.fromEntries(
			Object.entries(record).map(([key, value]) => {
				const path = `${above}${key}`.toLowerCase();
				if (paths.includes(path)) return [key, value];
				const below = paths.some((one) => one.startsWith(`${path}/`));
				return [key, below ? nulledBelow(value, `${path}/`) : null];
			}),
		);
	return nulled(entity, '');
}

/** An appointment as a response: dates in the request's words, and a stored one's links to itself. */
export function presentAppointment(stored: Carrier, clock: Clock, root: string): Carrier {
	const dated = mapDates(stored, [], (date, path) => writeDate(date, path, clock)) as Carrier;
	if (stored.AppointmentId === 0) return dated;
	const self = `${root}/api/v1/Appointment/${String(stored.AppointmentId)}`;
	return { ...dated, _Links: { Self: self, Archive: `${root}/api/v1/Appointment` } };
}
