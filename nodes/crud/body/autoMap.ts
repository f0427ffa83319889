import once from 'lodash/once';
import type { IDataObject } from 'n8n-workflow';

import type { OwnItem, OwnItems } from '../../entities/entity';
import type { CustomField } from '../../shared/customFields/definition';
import type { CustomContext } from '../../shared/customFields/encode';
import { encodePlain } from '../../shared/customFields/plain';
import { isOn, spotOf } from '../../shared/fields/parameter';
import { parsed } from '../../shared/fields/rows';
import { unknownKeys } from '../../shared/fields/table';
import { asRecord, isRecord, type JsonObject } from '../../shared/json';
import { isSameName } from '../../shared/lookup/source';
import type { RequestOptions } from '../../shared/options';
import { CUSTOM_FIELDS } from '../../shared/shape';
import { ifThere } from '../../shared/transport/ifThere';
import type { ItemCall } from '../operation';
import { readEntity } from '../record';
import { IGNORE_UNKNOWN, SPECIFY_BODY } from './form';
import { checkItem, refuseOtherId } from './json';

type OwnValue = NonNullable<CustomContext['ownValue']>;

/** What mapping an item needs of the tenant's custom fields. */
export interface Tenant {
	customFields(): Promise<CustomField[]>;
	context: CustomContext;
	/** The keys of an item that the mapper of custom fields takes. */
	mapped(rest: IDataObject): string[];
}

/** An item that is mapped automatically. */
export interface Mapped {
	/** Its values by the names of the properties, in any case. */
	item: IDataObject;
	/** What of it is no property. */
	rest: IDataObject;
	/** The record that it is of, where that had to be asked for. */
	original?: JsonObject;
	/** What the node knows of it. */
	own?: OwnItem;
}

/** What the record that an item is of has, where it shows an entry by a name; it is asked once. */
function ownValueOf(call: ItemCall, options: RequestOptions, id: number): OwnValue {
	const read = once(async () => {
		const purpose = { purpose: `reading the ${call.entity.words.one} that the item is of` };
		const record = await ifThere(readEntity(call, options, id, [CUSTOM_FIELDS], purpose));
		return asRecord(record?.[CUSTOM_FIELDS]);
	});
	return async (key, name) => {
		const values = id > 0 ? await read() : {};
		const isSo = isSameName(String(values[`${key}:DisplayText`] ?? ''), name);
		return isSo ? String(values[key]) : undefined;
	};
}

const asItIs = (item: IDataObject): OwnItem => ({
	item,
	names: {},
	custom: {},
	id: 0,
	isOwn: false,
});

/** The item with the custom fields among its properties in SuperOffice's encoding. */
async function withEncodedFields(
	item: IDataObject,
	{ custom, isOwn }: OwnItem,
	{ customFields, context }: Tenant,
	ownValue: OwnValue,
): Promise<IDataObject> {
	const key = Object.keys(item).find((one) => one.toLowerCase() === 'customfields');
	const spot = { parameter: key ?? 'customFields', label: 'Custom Fields' };
	const given = key === undefined || item[key] === '' ? {} : parsed(item[key] ?? {}, spot);
	if (!isRecord(given)) return item;
	const values = { ...given, ...custom };
	if (Object.values(values).every((value) => value === null || value === undefined)) return item;
	const encoded = await encodePlain(values, await customFields(), spot, isOwn, {
		...context,
		ownValue,
	});
	return { ...item, [spot.parameter]: encoded };
}

/**
 * Reads an item that is mapped automatically, whichever output it comes from.
 * @param id number of the record that it changes, 0 for a new one
 * @param mayCopy whether a new one may be a copy of the item's record
 * @throws FieldError for a field that would be lost, for the number of another record than it
 * changes, and for a value that cannot be
 */
export async function readMapped(
	call: ItemCall,
	options: RequestOptions,
	id: number,
	mayCopy: boolean,
	tenant: Tenant,
): Promise<Mapped> {
	const { fields, ownItems } = call.entity;
	if (!mayCopy) refuseOtherId(call.entity, call.item, id, spotOf(SPECIFY_BODY));
	const ignoresUnknown = isOn(call.read, IGNORE_UNKNOWN);
	const own = ownItems?.asProperties(call.item, id === 0, ignoresUnknown) ?? asItIs(call.item);
	// A name that is a property's and a label's is the property's.
	const unknown = unknownKeys(fields, own.item);
	const rest = Object.fromEntries(unknown.map((key) => [key, own.item[key]])) as IDataObject;
	checkItem(call.entity, own.item, tenant.mapped(rest), ignoresUnknown);
	const resolved = await ownItems?.resolve(call, options, own, id === 0);
	const { item, original }: Awaited<ReturnType<OwnItems['resolve']>> = resolved ?? own;
	const ownValue = ownValueOf(call, options, own.id);
	return { item: await withEncodedFields(item, own, tenant, ownValue), rest, original, own };
}
