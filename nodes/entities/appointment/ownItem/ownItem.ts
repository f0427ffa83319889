import type { IDataObject } from 'n8n-workflow';
import difference from 'lodash/difference';
import groupBy from 'lodash/groupBy';
import isNil from 'lodash/isNil';
import mapValues from 'lodash/mapValues';
import omit from 'lodash/omit';
import omitBy from 'lodash/omitBy';
import pick from 'lodash/pick';
import toLower from 'lodash/toLower';

import { CARRIER_EXTRAS } from '../../../shared/carrier';
import { isHelperKey } from '../../../shared/customFields/decode';
import { arePlain } from '../../../shared/customFields/plain';
import { FieldError, type Kind } from '../../../shared/fields/kind';
import { StoredRow } from '../../../shared/fields/rows';
import { wireName, type FieldRow } from '../../../shared/fields/table';
import { asRecord, inAnyCase, isRecord, type JsonObject } from '../../../shared/json';
import { CUSTOM_FIELDS, OLDER_NAMES } from '../../../shared/shape';
import { appointmentFields, type AppointmentParameter } from '../appointment.fields';
import { fromArchiveRow, isArchiveRow, type Translated } from './archiveRow';
import { isGiven, keyOf } from './keys';
import { withReferences } from './references';

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

/** The keys that output has for a property: of a record, simplified, for its number and its name. */
const keysFor = (name: string, { kind }: FieldRow) =>
	(kind.keys ? ['', 'Id', 'Name'] : ['']).map((end) => `${name}${end}`);

/** An item without what belongs to the booking of its appointment, which may have been answered since. */
const withoutBooking = (item: IDataObject): IDataObject => {
	const booking = rows.filter(([, { group }]) => group === 'booking');
	const keys = booking.flatMap(([name, row]) =>
		keysFor(wireName(name), row).filter((key) => key !== wireName(name) || !isSet(row, item[key])),
	);
	return omit(item, keys);
};

/** Whether somebody wrote it: output has nested records. */
const isSet = ({ kind }: FieldRow, value: unknown) =>
	kind.keys !== undefined && isGiven(value) && !isRecord(value);

/**
 * An item whose properties stand there once: what somebody has set beside the node's own words counts,
 * but for custom fields, of which each would lose the other's.
 * @param isRow whether its own words begin with small letters
 */
function withoutRivals(item: IDataObject, isRow: boolean): IDataObject {
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

/** Columns that each ParticipantInfo has: an answer's participant, not one whom somebody wrote. */
const WHOLE = ['AssociateId', 'PersonId', 'ContactId', 'EmailId'];
const ANSWERS = ['InvitationStatus', 'ExternallyOwnedStatus'];

/** A participant of an answer as it is sent: the record knows his answer, and a copy invites anew. */
function storedParticipant(row: Record<string, unknown>): StoredRow | undefined {
	const isWhole = WHOLE.every((key) => typeof row[key] === 'number') && 'SendEmail' in row;
	const { columns = [] }: Kind = appointmentFields.participants.kind;
	const json = omitBy(pick(row, difference(columns, ANSWERS)), isNil);
	return isWhole ? new StoredRow(json as JsonObject) : undefined;
}

/** What rows cannot do without: of an answer of which only a part was selected, it is missing. */
const NEEDED: Record<string, string> = { links: 'EntityName', visiblefor: 'Visibility' };

/** Columns that are new to the node are left out, unless somebody may have written them. */
const isNewColumn = (list: string, key: string) => {
	const kind: Kind | undefined = rows.find(([name]) => name.toLowerCase() === list)?.[1].kind;
	const known = (kind?.columns ?? []).map((name) => name.toLowerCase());
	return known.length > 0 && /^[A-Z]/.test(key) && !known.includes(key.toLowerCase());
};

/** A row of a list without what goes back from nobody, or not to a copy. */
function ownRow(list: string, row: unknown, isNew: boolean): unknown {
	if (!isRecord(row) || row instanceof StoredRow) return row;
	const needed = NEEDED[list];
	const isAnswer = Object.keys(row).some((key) => /^[A-Z]/.test(key));
	if (needed && isAnswer && !keyOf(row as IDataObject, needed)) refusePart(list, [needed]);
	const known = omitBy(row, (_value, key) => isNewColumn(list, key));
	switch (list) {
		case 'participants':
			return omit(known, ANSWERS);
		case 'visiblefor':
			return omit(known, 'DisplayValue');
		case 'links':
			return isNew ? omit(known, 'LinkId') : known;
		default:
			return row;
	}
}

/** @throws FieldError for a property of which only a part was selected */
function refusePart(list: string, missing: string[]): never {
	const [name, { label }] = rows.find(([one]) => one.toLowerCase() === list) ?? rows[0];
	const problem = `the item may have only a part of it, without ${missing.join(', ')}`;
	const advice = `Select ${wireName(name)} as a whole, or remove it from the item.`;
	throw new FieldError({ parameter: wireName(name), label }, problem, advice);
}

/** What rules of answers have, whatever their pattern; in the words of the form somebody writes one. */
const OF_RULE = ['IsRecurrence', 'Pattern', 'StartDate', 'RecurrenceEndType', 'RecurrenceCounter'];
const PATTERNS: Record<string, string> = {
	Daily: 'DayPattern',
	Weekly: 'WeekPattern',
	Monthly: 'MonthPattern',
	Yearly: 'YearPattern',
};

/** Refuses a rule of which only a part was selected. */
function refusePartOfRule(rule: unknown): void {
	if (!isRecord(rule) || rule.IsRecurrence === false) return;
	const nested = PATTERNS[String(rule.Pattern)];
	const own = [...OF_RULE, 'RecurrenceId', 'EndDate', 'Dates', ...Object.values(PATTERNS)];
	if (!own.some((key) => key in rule)) return;
	const missing = [...OF_RULE, ...(nested ? [nested] : [])].filter((key) => !(key in rule));
	if (nested && missing.length === 0 && !('Cycle' in asRecord(rule[nested]))) {
		missing.push(`${nested}/Cycle`);
	}
	if (missing.length > 0) refusePart('recurrence', missing);
}

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

/** An item whose participants of an answer are as they are sent. */
function withStored(item: IDataObject): IDataObject {
	const key = keyOf(item, 'participants') ?? '';
	const list: unknown = item[key];
	if (!Array.isArray(list)) return item;
	const stored = list.map((row) => (isRecord(row) && storedParticipant(row)) || (row as unknown));
	return { ...item, [key]: stored as IDataObject[] };
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
	isAlarmLeft: boolean;
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
 */
export function asProperties(given: IDataObject, isNew: boolean): OwnItem {
	const item = fromEvent(given);
	const isRow = isArchiveRow(item);
	const isOwn =
		isEvent(given) || isMarked(item) || Number(inAnyCase(item, 'AppointmentId') ?? 0) > 0;
	const bare = withoutHelpers(isOwn ? omitBy(item, isAdded) : item) as IDataObject;
	const translated = isRow ? fromArchiveRow(bare) : { item: bare, names: {}, custom: {} };
	const once = isOwn ? withoutRivals(translated.item, isRow) : translated.item;
	const id = Number(inAnyCase(once, 'AppointmentId') ?? 0) || 0;
	const told = isOwn ? withoutBooking(once) : once;
	const named = withReferences({ ...translated, item: withStored(told) }, isOwn);
	if (!isOwn) return { ...named, id, isOwn, isAlarmLeft: false };
	const key = keyOf(named.item, 'completed') ?? '';
	const state = named.item[key];
	const isSwitch = typeof state === 'boolean';
	const isAlarmLeft = CLOCK.test(String(named.item.AlarmLeadTime));
	const own = resendable(isSwitch ? omit(named.item, key) : named.item, isNew);
	return { ...named, item: own, id, isOwn, isAlarmLeft, ...(isSwitch && { isCompleted: state }) };
}
