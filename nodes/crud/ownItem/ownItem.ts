import type { IDataObject } from 'n8n-workflow';
import isString from 'lodash/isString';
import mapValues from 'lodash/mapValues';
import omit from 'lodash/omit';
import pick from 'lodash/pick';
import pickBy from 'lodash/pickBy';
import toLower from 'lodash/toLower';

import type { EntityDefinition } from '../../entities/entity';
import { isHelperKey } from '../../shared/customFields/decode';
import { arePlainValues } from '../../shared/customFields/plainValues';
import { FieldError, quote } from '../../shared/fields/fieldKind';
import { parseIfJson } from '../../shared/fields/rows';
import { SYSTEM_GROUP, wireName, type FieldTable } from '../../shared/fields/table';
import { asRecord, getIgnoringCase, isRecord } from '../../shared/json';
import { METADATA_KEYS } from '../../shared/metadataKeys';
import { CUSTOM_FIELDS, DEPRECATED_PROPERTIES } from '../../shared/shape';
import { weakMemoize } from '../../shared/weakMemoize';
import { fromArchiveRow, isArchiveRow, withoutColumns } from './archiveRow';
import { outputKeys, withoutDuplicates, withoutOmitted } from './duplicates';
import { flattenReferences, type NamedItem } from './flattenReferences';
import { findKey, hasValue, omitEntries } from './itemKeys';
import { ownRow, withKnownRows } from './ownRows';

/** Keys of trigger items that describe the event. */
const EVENT_KEYS = ['event', 'eventId', 'time', 'changedBy', 'tenant', 'changedFields', 'record'];

const isEvent = ({ events }: EntityDefinition, { event, eventId }: IDataObject) =>
	events !== undefined &&
	typeof event === 'string' &&
	event.toLowerCase().startsWith(`${events.name}.`) &&
	eventId !== undefined;

const RECORD = { parameter: 'record', label: 'Record' };

/**
 * The record that a trigger has fetched, undefined for none.
 * @throws FieldError for anything but an object, and for another record than the event is of
 */
function fetchedRecord({ id }: EntityDefinition, item: IDataObject): object | undefined {
	if (!hasValue(item.record)) return undefined;
	const record = parseIfJson(item.record, RECORD);
	if (!isRecord(record)) {
		throw new FieldError(RECORD, `${quote(record)} is not an object`, 'Give the whole record.');
	}
	const own = Number(getIgnoringCase(record, id) ?? 0);
	if (own === 0 || own === Number(item[id])) return record;
	const problem = `its ${id} is ${own}, but that of the event is ${String(item[id])}`;
	throw new FieldError(RECORD, problem, 'Keep the record that came with the event.');
}

/** The record of a trigger's item: the fetched one, else its IDs. */
function fromEvent(entity: EntityDefinition, item: IDataObject): IDataObject {
	if (!isEvent(entity, item)) return item;
	const record = fetchedRecord(entity, item);
	const ids = entity.events?.ids ?? [];
	const others = ids.filter(({ property }) => !property).map(({ name }) => name);
	if (!record) return omit(item, [...EVENT_KEYS, ...others]);
	const numbers = ids.map(({ name }) => name);
	return {
		[entity.id]: item[entity.id],
		...record,
		...omit(item, [...EVENT_KEYS, ...numbers]),
	} as IDataObject;
}

/** What an item of a list or of a trigger has in the names of the properties. */
function asRecordItem(entity: EntityDefinition, given: IDataObject): IDataObject {
	const item = fromEvent(entity, given);
	return isArchiveRow(entity.archive, item) ? fromArchiveRow(entity.archive, item) : item;
}

/** Values that the node adds to a record. */
const ADDED_VALUES: Record<string, unknown[]> = {
	operation: ['created', 'updated', 'found'],
	unchanged: [true],
};

const isAdded = (value: unknown, key: string) =>
	METADATA_KEYS.includes(key) ||
	(Object.hasOwn(ADDED_VALUES, key) && ADDED_VALUES[key].includes(value));

/** The keys that output has for properties, in lower case. */
const outputNames = weakMemoize(
	(fields: FieldTable) =>
		new Set<string>(
			Object.entries(fields).flatMap(([name, row]) => outputKeys(name, row).map(toLower)),
		),
);

function withoutAdded({ archive, fields, id }: EntityDefinition, item: IDataObject): IDataObject {
	const shown = Object.keys(archive.shown ?? {});
	const properties = id in item ? omit(withoutColumns(archive, item), shown) : item;
	// What has the name of a property in another case is the user's.
	const isUsers = (_value: unknown, key: string) => outputNames(fields).has(key.toLowerCase());
	return omitEntries({ ...properties, ...pickBy(item, isUsers) }, isAdded) as IDataObject;
}

/** The keys of the properties that are never sent back, as SuperOffice sets them; a change keeps the ID. */
function systemProperties({ fields, id, ownOutput }: EntityDefinition, isNew: boolean): string[] {
	const sent = [...DEPRECATED_PROPERTIES, ...(ownOutput?.omitted ?? []).map(wireName)];
	return Object.entries(fields)
		.filter(([, { group }]) => group === SYSTEM_GROUP)
		.map(([name]) => wireName(name))
		.filter((name) => !sent.includes(name) && (isNew || name !== id))
		.map(toLower);
}

/** A custom field of an answer, and no foreign key, which ExtraFields may have, nor what only shows one. */
const isField = (key: string) => !isHelperKey(key) && !/^[^.:]+\.[^.]+\.[^.]+$/.test(key);

/** The properties of a response that can be sent back. */
function resendable(entity: EntityDefinition, item: IDataObject, isNew: boolean): IDataObject {
	const { fields, ownOutput } = entity;
	const older = isRecord(item[CUSTOM_FIELDS]) ? DEPRECATED_PROPERTIES : [];
	const left = systemProperties(entity, isNew);
	const kept = omitEntries(omit(item, older), (_value, key) => left.includes(key.toLowerCase()));
	const resent = mapValues(kept, (value, key) => {
		const name = findKey(fields, key);
		if (!Array.isArray(value)) {
			const own = name ? (fields[name].kind.fromOwn?.(value) ?? value) : value;
			return ownOutput ? ownOutput.resend(key, own, isNew) : own;
		}
		return name ? value.map((row) => ownRow(name, fields[name], row, isNew)) : value;
	});
	return omitEntries(resent, (value) => value === undefined) as IDataObject;
}

const withoutHelpers = (item: IDataObject): IDataObject =>
	mapValues(item, (value, key) => {
		const isKeyed = [CUSTOM_FIELDS, ...DEPRECATED_PROPERTIES].includes(key) && isRecord(value);
		return isKeyed ? (omitEntries(value, (_one, field) => !isField(field)) as IDataObject) : value;
	});

/** An item with property names, and the record that it is of. */
export interface OwnItem extends NamedItem {
	/** ID of the item's record, 0 where it tells none. */
	id: number;
	/** What Get Many has shown of lists of contact points, such as an email address. */
	shown: Record<string, string>;
	/** Whether the item is output of this node or of a trigger. */
	isOwn: boolean;
	/** Whether it has all that follows from its properties already, so that nothing is derived. */
	isDerived: boolean;
}

/** Whether an item says something of a record, if only what SuperOffice sets itself. */
export function hasContent(entity: EntityDefinition, given: IDataObject): boolean {
	const said = Object.keys(given).filter((key) => findKey(entity.fields, key) !== undefined);
	return (
		isEvent(entity, given) ||
		isArchiveRow(entity.archive, given) ||
		isMarked(given) ||
		said.length > 1
	);
}

/** Whether an item has custom fields as plain values, and none in SuperOffice's encoding. */
export function hasPlainFields(entity: EntityDefinition, given: IDataObject): boolean {
	const item = asRecordItem(entity, given);
	return arePlainValues(asRecord(getIgnoringCase(item, CUSTOM_FIELDS)));
}

/** Whether an item has keys that only output of this node has. */
const isMarked = (item: IDataObject) =>
	[...METADATA_KEYS, 'CreatedById'].some((key) => hasValue(item[key]));

/**
 * An item in the names of the properties, whatever output of the node or of its triggers it comes
 * from: complete, simplified, selected, a row of Get Many, an event. What says nothing of a record,
 * or what SuperOffice sets itself, is left out of those; fields of others stay, whether they are
 * known or not.
 * @param isNew whether a copy is made of it, which does not have its number
 * @param isLenient whether unknown columns of rows are dropped, even those of the user
 */
export function asOwnItem(
	entity: EntityDefinition,
	given: IDataObject,
	isNew: boolean,
	isLenient = false,
): OwnItem {
	const { fields, ownOutput } = entity;
	const item = asRecordItem(entity, given);
	const isOwn =
		isEvent(entity, given) || isMarked(item) || Number(getIgnoringCase(item, entity.id) ?? 0) > 0;
	const bare = withoutHelpers(isOwn ? withoutAdded(entity, item) : item) as IDataObject;
	const deduplicated = isOwn ? withoutDuplicates(entity, bare) : bare;
	const id = Number(getIgnoringCase(deduplicated, entity.id) ?? 0) || 0;
	const said = isOwn ? withoutOmitted(entity, deduplicated) : deduplicated;
	const named = flattenReferences(fields, withKnownRows(fields, said, isOwn, isLenient), isOwn);
	if (!isOwn) return { ...named, shown: {}, id, isOwn, isDerived: false };
	const shown = pickBy(pick(given, Object.keys(entity.archive.shown ?? {})), isString);
	const isDerived = ownOutput?.isDerived(named.item) ?? false;
	const left = systemProperties(entity, isNew);
	const names = omitEntries(named.names, (_value, name) => left.includes(name.toLowerCase()));
	return { names, item: resendable(entity, named.item, isNew), shown, id, isOwn, isDerived };
}
