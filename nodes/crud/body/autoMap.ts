import once from 'lodash/once';
import type { IDataObject } from 'n8n-workflow';

import type { CustomField } from '../../shared/customFields/definition';
import type { CustomFieldContext } from '../../shared/customFields/encode';
import { encodePlainFields } from '../../shared/customFields/plainValues';
import { isOn, parameterRef } from '../../shared/fields/parameterRef';
import { parseIfJson } from '../../shared/fields/rows';
import { unknownKeys } from '../../shared/fields/table';
import { asRecord, isRecord, type JsonObject } from '../../shared/json';
import { isSameName } from '../../shared/lookup/source';
import type { RequestOptions } from '../../shared/options';
import { CUSTOM_FIELDS } from '../../shared/shape';
import { nullIfNotFound } from '../../shared/transport/nullIfNotFound';
import type { ItemCall } from '../operation';
import { asOwnItem, type OwnItem } from '../ownItem/ownItem';
import { resolveReferences } from '../ownItem/resolveReferences';
import { getRecord } from '../record';
import { IGNORE_UNKNOWN, SPECIFY_BODY } from './bodyForm';
import { rejectUnknownFields, rejectOtherId } from './jsonBody';

type OwnValue = NonNullable<CustomFieldContext['ownValue']>;

/** Access to custom fields for mapping an item. */
export interface CustomFieldMapping {
	customFields(): Promise<CustomField[]>;
	context: CustomFieldContext;
	/** The keys of an item that the mapper of custom fields takes. */
	mappedKeys(rest: IDataObject): string[];
}

/** An item that is mapped automatically. */
export interface MappedItem {
	/** Its values by the names of the properties, in any case. */
	item: IDataObject;
	/** Its fields that are no properties. */
	rest: IDataObject;
	/** The record that the item was read from, if it was fetched. */
	original?: JsonObject;
	/** The item as own output of this node. */
	own?: OwnItem;
}

/**
 * Reads the current value of a list field from the item's record, if its display text is the given
 * name; the record is fetched once.
 */
function recordValueReader(call: ItemCall, options: RequestOptions, id: number): OwnValue {
	const read = once(async () => {
		const purpose = { purpose: `reading the ${call.entity.words.one} that the item is of` };
		const record = await nullIfNotFound(getRecord(call, options, id, [CUSTOM_FIELDS], purpose));
		return asRecord(record?.[CUSTOM_FIELDS]);
	});
	return async (key, name) => {
		const values = id > 0 ? await read() : {};
		const isSo = isSameName(String(values[`${key}:DisplayText`] ?? ''), name);
		return isSo ? String(values[key]) : undefined;
	};
}

/** The item with the custom fields among its properties in SuperOffice's encoding. */
async function withEncodedFields(
	item: IDataObject,
	{ isOwn }: OwnItem,
	{ customFields, context }: CustomFieldMapping,
	ownValue: OwnValue,
): Promise<IDataObject> {
	const key = Object.keys(item).find((one) => one.toLowerCase() === 'customfields');
	const ref = { parameter: key ?? 'customFields', label: 'Custom Fields' };
	const given = key === undefined || item[key] === '' ? {} : parseIfJson(item[key] ?? {}, ref);
	if (!isRecord(given)) return item;
	if (Object.values(given).every((value) => value === null || value === undefined)) return item;
	const encoded = await encodePlainFields(given, await customFields(), ref, isOwn, {
		...context,
		ownValue,
	});
	return { ...item, [ref.parameter]: encoded };
}

/**
 * Maps an item to properties; it may be any output of this node.
 * @param id number of the record that it changes, 0 for a new one
 * @param mayCopy whether a new one may be a copy of the item's record
 * @throws FieldError for a field that would be lost, for the number of another record than it
 * changes, and for a value that cannot be
 */
export async function mapItem(
	call: ItemCall,
	options: RequestOptions,
	id: number,
	mayCopy: boolean,
	tenant: CustomFieldMapping,
): Promise<MappedItem> {
	const { entity } = call;
	if (!mayCopy) rejectOtherId(entity, call.item, id, parameterRef(SPECIFY_BODY));
	const ignoresUnknown = isOn(call.read, IGNORE_UNKNOWN);
	const own = asOwnItem(entity, call.item, id === 0, ignoresUnknown);
	// A name that is a property's and a label's is the property's.
	const unknown = unknownKeys(entity.fields, own.item);
	const rest = Object.fromEntries(unknown.map((key) => [key, own.item[key]])) as IDataObject;
	rejectUnknownFields(entity, own.item, tenant.mappedKeys(rest), ignoresUnknown);
	const { item, original } = await resolveReferences(call, options, own, id === 0);
	const ownValue = recordValueReader(call, options, own.id);
	return { item: await withEncodedFields(item, own, tenant, ownValue), rest, original, own };
}
