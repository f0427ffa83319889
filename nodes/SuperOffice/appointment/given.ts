import pick from 'lodash/pick';

import { customFieldsOf, type CustomField } from '../../shared/customFields/definition';
import { MAPPER, USE_TYPED } from '../../shared/customFields/mapper';
import { customKeys, encodeCustomFields } from '../../shared/customFields/values';
import { oneOf } from '../../shared/fields/enumeration';
import { toJsonText } from '../../shared/fields/jsonObject';
import { isOn, spotOf } from '../../shared/fields/parameter';
import { encodeTable, fromForm, fromItem, unknownKeys } from '../../shared/fields/table';
import { asRecord, type JsonObject } from '../../shared/json';
import { finder } from '../../shared/lookup/find';
import { listEntries } from '../../shared/lookup/mdoList';
import type { Ask } from '../../shared/lookup/source';
import { inSomeLanguage, type RequestOptions } from '../../shared/options';
import type { ItemCall } from '../operation';
import { appointmentFields } from './appointment.fields';
import { settle } from './body';
import { overDefaults } from './defaults';
import { checkItem, withOfficialNames } from './item';
import { IGNORE_UNKNOWN, JSON_BODY, SPECIFY_BODY, START_FROM_DEFAULTS } from './givenForm';

/** Appointments in SuperOffice's addresses. */
export const ENTITY = 'Appointment';

/** Asks in a language on behalf of an item. */
export function askFor({ lookUp }: ItemCall, { headers, timeout }: RequestOptions): Ask {
	return async (request) => await lookUp({ ...request, headers: inSomeLanguage(headers), timeout });
}

/** The custom fields of appointments. */
export const customFieldsFor = async (ask: Ask): Promise<CustomField[]> =>
	await customFieldsOf(ask, ENTITY);

/** What stands in the collections of keys and values. */
const keyedFields = ({ CustomFields, UserDefinedFields, ExtraFields }: JsonObject) =>
	({
		...asRecord(CustomFields),
		...asRecord(UserDefinedFields),
		...asRecord(ExtraFields),
	}) as JsonObject;

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
	const mapsFields = asRecord(mapper).mappingMode === 'autoMapInputData';
	// A name that is a property's and a label's is the property's.
	const rest = isAutomatic ? pick(item, unknownKeys(appointmentFields, item)) : item;
	if (isAutomatic) {
		const known = mapsFields ? customKeys(fields, rest) : [];
		checkItem(item, known, isOn(read, IGNORE_UNKNOWN));
	}
	const given = isAutomatic ? fromItem(item) : fromForm(read);
	const body = await encodeTable(appointmentFields, given, { zone, find: finder(ask) });
	if (!isTyped) return body;
	const typed = await encodeCustomFields(
		fields,
		mapper,
		rest,
		keyedFields(body),
		!isOn(read, START_FROM_DEFAULTS),
		{ zone, entriesOf: async (list) => await listEntries(ask, list) },
	);
	const all = { ...asRecord(body.CustomFields), ...typed } as JsonObject;
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
		return await overlay(withOfficialNames(JSON.parse(text) as JsonObject, spotOf(JSON_BODY)));
	}
	const given = await fromParameters(call, kind === 'autoMap', askFor(call, options), zone);
	const body = fromDefaults ? await overlay(given) : given;
	settle(body, zone);
	return body;
}
