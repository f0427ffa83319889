import type { IDataObject } from 'n8n-workflow';
import mapValues from 'lodash/mapValues';
import omit from 'lodash/omit';
import omitBy from 'lodash/omitBy';

import { METADATA_KEYS } from '../../../shared/metadataKeys';
import { isHelperKey } from '../../../shared/customFields/decode';
import { arePlainValues } from '../../../shared/customFields/plainValues';
import { SYSTEM_GROUP, wireName, type FieldRow } from '../../../shared/fields/table';
import { asRecord, getIgnoringCase, isRecord } from '../../../shared/json';
import { CUSTOM_FIELDS, DEPRECATED_PROPERTIES } from '../../../shared/shape';
import { appointmentFields, type AppointmentParameter } from '../appointment.fields';
import { fromArchiveRow, isArchiveRow, withoutColumns } from './archiveRow';
import { hasValue } from './itemKeys';
import { ownRow, withKnownRows } from './ownRows';
import { rejectPartialRule } from './partial';
import { flattenReferences, type NamedItem } from './flattenReferences';
import { withoutBooking, withoutDuplicates } from './duplicates';

const rows = Object.entries(appointmentFields) as Array<[AppointmentParameter, FieldRow]>;

/** Keys of trigger items that describe the event. */
const EVENT_KEYS = [
	...['event', 'eventId', 'time', 'changedBy', 'tenant', 'changedFields'],
	...['record', 'DocumentId'],
];

/** IDs of records in trigger items. */
const EVENT_IDS = ['Associate', 'Contact', 'Person', 'Project', 'Sale', 'Task', 'Mother'];

const isEvent = ({ event, eventId }: IDataObject) =>
	typeof event === 'string' && /^activity\.\w{1,40}$/i.test(event) && eventId !== undefined;

/** The appointment of a trigger's item: the fetched record, else its IDs. */
function fromEvent(item: IDataObject): IDataObject {
	if (!isEvent(item)) return item;
	const { AppointmentId, record } = item;
	if (!isRecord(record)) return omit(item, EVENT_KEYS);
	const numbers = EVENT_IDS.map((name) => `${name}Id`);
	return {
		AppointmentId,
		...record,
		...omit(item, [...EVENT_KEYS, ...numbers]),
	} as IDataObject;
}

/** What an item of a list or of a trigger has in the names of the properties. */
function asAppointment(given: IDataObject): IDataObject {
	const item = fromEvent(given);
	return isArchiveRow(item) ? fromArchiveRow(item) : item;
}

/** Values that the node adds to an appointment. */
const ADDED_VALUES: Record<string, unknown[]> = {
	operation: ['created', 'updated', 'found'],
	unchanged: [true],
};

const isAdded = (value: unknown, key: string) =>
	METADATA_KEYS.includes(key) ||
	(Object.hasOwn(ADDED_VALUES, key) && ADDED_VALUES[key].includes(value));

const withoutAdded = (item: IDataObject): IDataObject =>
	omitBy('AppointmentId' in item ? withoutColumns(item) : item, isAdded);

/** Properties that are not sent back, as SuperOffice sets them; a change keeps the ID. */
const NOT_RESENT = (isNew: boolean): string[] =>
	rows
		.filter(([name, { group }]) => group === SYSTEM_GROUP && (isNew || name !== 'appointmentId'))
		.filter(([name]) => !DEPRECATED_PROPERTIES.includes(wireName(name)))
		.map(([name]) => name.toLowerCase());

/** The type without an open invitation: a copy is none. */
const plainType = (type: unknown) =>
	typeof type === 'string' ? type.replace(/^BookingFor(?=Diary$|Checklist$)/, 'in') : type;

/** A custom field of an answer, and no foreign key, which ExtraFields may have, nor what only shows one. */
const isField = (key: string) => !isHelperKey(key) && !/^[^.:]+\.[^.]+\.[^.]+$/.test(key);

function ownValue(key: string, value: unknown, isNew: boolean): unknown {
	const name = key.toLowerCase();
	if (name === 'recurrence') rejectPartialRule(value);
	if (Array.isArray(value)) return value.map((row) => ownRow(name, row, isNew));
	return name === 'type' && isNew ? plainType(value) : value;
}

/** The properties of a response that can be sent back. */
function resendable(item: IDataObject, isNew: boolean): IDataObject {
	const left = NOT_RESENT(isNew);
	const older = isRecord(item[CUSTOM_FIELDS]) ? DEPRECATED_PROPERTIES : [];
	const kept = omitBy(
		omit(item, older),
		(value, key) =>
			left.includes(key.toLowerCase()) || (!isNew && key === 'Type' && plainType(value) !== value),
	);
	return mapValues(kept, (value, key) => ownValue(key, value, isNew)) as IDataObject;
}

const withoutHelpers = (item: IDataObject): IDataObject =>
	mapValues(item, (value, key) => {
		const isKeyed = [CUSTOM_FIELDS, ...DEPRECATED_PROPERTIES].includes(key) && isRecord(value);
		return isKeyed ? (omitBy(value, (_one, field) => !isField(field)) as IDataObject) : value;
	});

/** An item with property names, and the record that it is of. */
export interface AppointmentItem extends NamedItem {
	/** Number of the appointment that the item is of, 0 where it tells none. */
	id: number;
	/** Whether the item is an appointment as this node or a trigger puts it out. */
	isOwn: boolean;
	/** Whether its lead time is an answer's without its alarm, and turns none on. */
	isDerived: boolean;
}

/** Whether an item says something of an appointment, if only what SuperOffice sets itself. */
export function hasContent(given: IDataObject): boolean {
	const names = rows.map(([name]) => name.toLowerCase());
	const said = Object.keys(given).filter((key) => names.includes(key.toLowerCase()));
	return isEvent(given) || isArchiveRow(given) || isMarked(given) || said.length > 1;
}

/** Whether an item has custom fields as plain values, and none in SuperOffice's encoding. */
export function hasPlainFields(given: IDataObject): boolean {
	return arePlainValues(asRecord(getIgnoringCase(asAppointment(given), CUSTOM_FIELDS)));
}

/** A lead time as answers have it. */
const CLOCK = /^\d{2}:\d{2}:\d{2}$/;

/** Whether an item has keys that only output of this node has. */
const isMarked = (item: IDataObject) =>
	[...METADATA_KEYS, 'CreatedById'].some((key) => hasValue(item[key]));

/**
 * An item in the names of the properties, whatever output of the node or of its triggers it comes
 * from: complete, simplified, selected, a row of Get Many, an event. What says nothing of an
 * appointment, or what SuperOffice sets itself, is left out of those; fields of others stay,
 * whether they are known or not.
 * @param isNew whether a copy is made of it, which has neither its number nor its place in a
 * booking
 * @param isLenient whether unknown columns of rows are dropped, even those of the user
 */
export function toProperties(
	given: IDataObject,
	isNew: boolean,
	isLenient = false,
): AppointmentItem {
	const item = asAppointment(given);
	const isOwn =
		isEvent(given) || isMarked(item) || Number(getIgnoringCase(item, 'AppointmentId') ?? 0) > 0;
	const bare = withoutHelpers(isOwn ? withoutAdded(item) : item) as IDataObject;
	const deduplicated = isOwn ? withoutDuplicates(bare) : bare;
	const id = Number(getIgnoringCase(deduplicated, 'AppointmentId') ?? 0) || 0;
	const unbooked = isOwn ? withoutBooking(deduplicated) : deduplicated;
	const named = flattenReferences(withKnownRows(unbooked, isOwn, isLenient), isOwn);
	if (!isOwn) return { ...named, id, isOwn, isDerived: false };
	const isDerived = CLOCK.test(String(named.item.AlarmLeadTime));
	return { ...named, item: resendable(named.item, isNew), id, isOwn, isDerived };
}
