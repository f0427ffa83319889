import upperFirst from 'lodash/upperFirst';
import mapKeys from 'lodash/mapKeys';
import type { IDataObject } from 'n8n-workflow';

import { customFieldsOf, type CustomField } from '../../shared/customFields/definition';
import { MAPPER, USE_TYPED } from '../../shared/customFields/mapper';
import { customKeys, encodeCustomFields } from '../../shared/customFields/values';
import { oneOf } from '../../shared/fields/enumeration';
import { toJsonText } from '../../shared/fields/jsonObject';
import { FieldError } from '../../shared/fields/kind';
import { isOn, spotOf } from '../../shared/fields/parameter';
import { encodeTable, fromForm, fromItem, unknownKeys } from '../../shared/fields/table';
import { isRecord, type JsonObject } from '../../shared/json';
import { finder } from '../../shared/lookup/find';
import { listEntries } from '../../shared/lookup/mdoList';
import type { Ask } from '../../shared/lookup/source';
import { inSomeLanguage, type RequestOptions } from '../../shared/options';
import type { ItemCall } from '../operation';
import { appointmentFields } from './appointment.fields';
import { settle } from './body';
import { overDefaults } from './defaults';
import { IGNORE_UNKNOWN, JSON_BODY, SPECIFY_BODY, START_FROM_DEFAULTS } from './givenForm';

const ENTITY = 'Appointment';

/** Asks in a language on behalf of an item. */
export function askFor({ lookUp }: ItemCall, { headers, timeout }: RequestOptions): Ask {
	return async (request) => await lookUp({ ...request, headers: inSomeLanguage(headers), timeout });
}

/** The custom fields of appointments. */
export const customFieldsFor = async (ask: Ask): Promise<CustomField[]> =>
	await customFieldsOf(ask, ENTITY);

/** Refuses an item's fields that would be lost, and the one that would save over a record. */
function checkItem(item: IDataObject, known: string[], ignoresUnknown: boolean): void {
	const spot = spotOf(SPECIFY_BODY);
	const unknown = unknownKeys(appointmentFields, item).filter((key) => !known.includes(key));
	if (unknown.length > 0 && !ignoresUnknown) {
		throw new FieldError(
			spot,
			`the item has fields that are no properties of an appointment: ${unknown.join(', ')}`,
			'Rename or remove them, or turn on Ignore Unknown Fields. For custom fields, turn on Use Typed Custom Fields and map them automatically.',
		);
	}
	const key = Object.keys(item).find((one) => one.toLowerCase() === 'appointmentid');
	if (key === undefined || !Number(item[key])) return;
	throw new FieldError(
		spot,
		`${key} is ${String(item[key])}, and would save over that appointment`,
		'Remove the field from the item, as a new appointment gets its number from SuperOffice.',
	);
}

/** What stands in the collections of keys and values. */
const keyedFields = (body: JsonObject): JsonObject =>
	Object.assign(
		{},
		...[body.CustomFields, body.UserDefinedFields, body.ExtraFields].filter(isRecord),
	) as JsonObject;

async function fromParameters(
	call: ItemCall,
	isAutomatic: boolean,
	ask: Ask,
	zone: string,
): Promise<JsonObject> {
	const { read, item } = call;
	const isTyped = isOn(read, USE_TYPED);
	const fields = isTyped ? await customFieldsFor(ask) : [];
	const mapper = read(MAPPER);
	const mapsFields = isRecord(mapper) && mapper.mappingMode === 'autoMapInputData';
	if (isAutomatic) {
		const known = mapsFields ? customKeys(fields, item) : [];
		checkItem(item, known, isOn(read, IGNORE_UNKNOWN));
	}
	const given = isAutomatic ? fromItem(item) : fromForm(read);
	const body = await encodeTable(appointmentFields, given, { zone, find: finder(ask) });
	if (!isTyped) return body;
	const typed = await encodeCustomFields(
		fields,
		mapper,
		item,
		keyedFields(body),
		!isOn(read, START_FROM_DEFAULTS),
		{ zone, entriesOf: async (list) => await listEntries(ask, list) },
	);
	const keyed = isRecord(body.CustomFields) ? body.CustomFields : {};
	const all = { ...keyed, ...typed } as JsonObject;
	return Object.keys(all).length > 0 ? { ...body, CustomFields: all } : body;
}

/**
 * The appointment that an item's parameters describe, ready to be sent.
 * @returns JSON as it was written, or the entity
 * @throws FieldError for a value that cannot be, NodeApiError where a name cannot be looked up
 */
export async function readAppointment(
	call: ItemCall,
	options: RequestOptions,
): Promise<JsonObject | string> {
	const { read, lookUp } = call;
	const { zone, headers, timeout } = options;
	const kind = oneOf(['fields', 'json', 'autoMap'], read(SPECIFY_BODY.name), spotOf(SPECIFY_BODY));
	const fromDefaults = isOn(read, START_FROM_DEFAULTS);
	const overlay = async (given: JsonObject) =>
		await overDefaults(given, async (request) => await lookUp({ ...request, headers, timeout }));
	if (kind === 'json') {
		const text = toJsonText(read(JSON_BODY.name), spotOf(JSON_BODY));
		if (!fromDefaults) return text;
		return await overlay(mapKeys(JSON.parse(text), (_value, key) => upperFirst(key)) as JsonObject);
	}
	const given = await fromParameters(call, kind === 'autoMap', askFor(call, options), zone);
	const body = fromDefaults ? await overlay(given) : given;
	settle(body, zone);
	return body;
}
