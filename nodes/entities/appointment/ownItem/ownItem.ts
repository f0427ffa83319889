import type { IDataObject } from 'n8n-workflow';
import mapValues from 'lodash/mapValues';
import omit from 'lodash/omit';
import omitBy from 'lodash/omitBy';

import { CARRIER_EXTRAS } from '../../../shared/carrier';
import { isHelperKey } from '../../../shared/customFields/decode';
import { arePlain } from '../../../shared/customFields/plain';
import type { FieldRow } from '../../../shared/fields/table';
import { inAnyCase, isRecord } from '../../../shared/json';
import { CUSTOM_FIELDS, OLDER_NAMES } from '../../../shared/shape';
import { appointmentFields, type AppointmentParameter } from '../appointment.fields';
import { fromArchiveRow, isArchiveRow, type Translated } from './archiveRow';
import { isGiven, keyOf } from './keys';
import { ownRow, withKnownRows } from './ownRows';
import { refusePartOfRule } from './parts';
import { withReferences } from './references';
import { withoutBooking, withoutRivals } from './rivals';

const rows = Object.entries(appointmentFields) as Array<[AppointmentParameter, FieldRow]>;

/** What the items of both triggers say of an event, besides numbers that simplified output has, too. */
const OF_EVENT = [
	...['event', 'eventId', 'time', 'changedBy', 'tenant', 'changedFields'],
	...['appointment', 'DocumentId'],
];

/** Numbers of records that such items have. */
const NUMBERS = ['Associate', 'Contact', 'Person', 'Project', 'Sale', 'Task', 'Mother'];

const isEvent = ({ event, eventId }: IDataObject) =>
	typeof event === 'string' && /^activity\.\w{1,40}$/i.test(event) && eventId !== undefined;

/** What an item of a trigger says of the appointment: all where it was fetched, else its numbers. */
function fromEvent(item: IDataObject): IDataObject {
	if (!isEvent(item)) return item;
	const { AppointmentId, appointment } = item;
	if (!isRecord(appointment)) return omit(item, OF_EVENT);
	const numbers = NUMBERS.map((name) => `${name}Id`);
	return { AppointmentId, ...appointment, ...omit(item, [...OF_EVENT, ...numbers]) } as IDataObject;
}

/** What the node itself adds to an appointment, by its values. */
const ADDED: Record<string, unknown[]> = {
	operation: ['created', 'updated', 'found'],
	unchanged: [true],
};

const isAdded = (value: unknown, key: string) =>
	CARRIER_EXTRAS.includes(key) || (Object.hasOwn(ADDED, key) && ADDED[key].includes(value));

/** What SuperOffice sets itself; what an item changes has its number. */
const NOT_RESENT = (isNew: boolean): string[] =>
	rows
		.filter(([name, { group }]) => group === 'systemFields' && (isNew || name !== 'appointmentId'))
		.map(([name]) => name.toLowerCase());

/** Types of what is not answered yet: a copy is nobody's invitation. */
const plainType = (type: unknown) =>
	typeof type === 'string' ? type.replace(/^BookingFor(?=Diary$|Checklist$)/, 'in') : type;

/** A custom field of an answer, and no foreign key, which ExtraFields may have, nor what only shows one. */
const isField = (key: string) => !isHelperKey(key) && !/^[^.:]+\.[^.]+\.[^.]+$/.test(key);

function ownValue(key: string, value: unknown, isNew: boolean): unknown {
	const name = key.toLowerCase();
	if (name === 'recurrence') refusePartOfRule(value);
	if (Array.isArray(value)) return value.map((row) => ownRow(name, row, isNew));
	return name === 'type' && isNew ? plainType(value) : value;
}

/** The properties of an answer that go back. */
function resendable(item: IDataObject, isNew: boolean): IDataObject {
	const left = NOT_RESENT(isNew);
	const older = isRecord(item[CUSTOM_FIELDS]) ? OLDER_NAMES : [];
	const kept = omitBy(
		omit(item, older),
		(value, key) =>
			left.includes(key.toLowerCase()) || (!isNew && key === 'Type' && plainType(value) !== value),
	);
	return mapValues(kept, (value, key) => ownValue(key, value, isNew)) as IDataObject;
}

const withoutHelpers = (item: IDataObject): IDataObject =>
	mapValues(item, (value, key) => {
		const isKeyed = [CUSTOM_FIELDS, ...OLDER_NAMES].includes(key) && isRecord(value);
		return isKeyed ? (omitBy(value, (_one, field) => !isField(field)) as IDataObject) : value;
	});

/** An item in the names of the properties, and what it is of. */
export interface OwnItem extends Translated {
	/** Whether it is completed, where no more than that is told, as by a row of Get Many. */
	isCompleted?: boolean;
	/** Number of the appointment that the item is of, 0 where it tells none. */
	id: number;
	/** Whether the item is an appointment as this node or a trigger puts it out. */
	isOwn: boolean;
	/** Whether its lead time is an answer's without its alarm, and turns none on. */
	isDerived: boolean;
}

/** Whether an item says something of an appointment, if only what SuperOffice sets itself. */
export function saysSomething(given: IDataObject): boolean {
	const names = rows.map(([name]) => name.toLowerCase());
	const said = Object.keys(given).filter((key) => names.includes(key.toLowerCase()));
	return isEvent(given) || isArchiveRow(given) || isMarked(given) || said.length > 1;
}

/** Whether an item has custom fields as plain values, and none in SuperOffice's encoding. */
export function hasPlainFields(given: IDataObject): boolean {
	const item = fromEvent(given);
	const { custom }: Partial<Translated> = isArchiveRow(item) ? fromArchiveRow(item) : {};
	const fields = inAnyCase(item, CUSTOM_FIELDS);
	return arePlain({ ...(isRecord(fields) ? fields : {}), ...custom });
}

/** A lead time as answers have it. */
const CLOCK = /^\d{2}:\d{2}:\d{2}$/;

/** What only items of the node's own have. */
const isMarked = (item: IDataObject) =>
	[...CARRIER_EXTRAS, 'CreatedById'].some((key) => isGiven(item[key]));

/**
 * An item in the names of the properties, whatever output of the node or of its triggers it comes from:
 * complete, simplified, selected, a row of Get Many, an event. What says nothing of an appointment, or
 * what SuperOffice sets itself, is left out of those; fields of others stay, whether they are known or
 * not.
 * @param isNew whether a copy is made of it, which has neither its number nor its place in a booking
 * @param isLenient whether columns of rows that are none are left out, whoever wrote them
 */
export function asProperties(given: IDataObject, isNew: boolean, isLenient = false): OwnItem {
	const item = fromEvent(given);
	const isRow = isArchiveRow(item);
	const isOwn =
		isEvent(given) || isMarked(item) || Number(inAnyCase(item, 'AppointmentId') ?? 0) > 0;
	const bare = withoutHelpers(isOwn ? omitBy(item, isAdded) : item) as IDataObject;
	const translated = isRow ? fromArchiveRow(bare) : { item: bare, names: {}, custom: {} };
	const once = isOwn ? withoutRivals(translated.item, isRow) : translated.item;
	const id = Number(inAnyCase(once, 'AppointmentId') ?? 0) || 0;
	const told = isOwn ? withoutBooking(once) : once;
	const known = withKnownRows(told, isOwn, isLenient);
	const named = withReferences({ ...translated, item: known }, isOwn);
	if (!isOwn) return { ...named, id, isOwn, isDerived: false };
	const key = keyOf(named.item, 'completed') ?? '';
	const state = named.item[key];
	const isSwitch = typeof state === 'boolean';
	const isDerived = CLOCK.test(String(named.item.AlarmLeadTime));
	const own = resendable(isSwitch ? omit(named.item, key) : named.item, isNew);
	return { ...named, item: own, id, isOwn, isDerived, ...(isSwitch && { isCompleted: state }) };
}
