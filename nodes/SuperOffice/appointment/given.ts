import { customFieldsOf, type CustomField } from '../../shared/customFields/definition';
import { MAPPER, USE_TYPED } from '../../shared/customFields/mapper';
import { customKeys, encodeCustomFields } from '../../shared/customFields/values';
import { oneOf } from '../../shared/fields/enumeration';
import { isOn, spotOf } from '../../shared/fields/parameter';
import { encodeTable, fromForm, fromItem, unknownKeys } from '../../shared/fields/table';
import { asRecord, type JsonObject } from '../../shared/json';
import { finder } from '../../shared/lookup/find';
import { listEntries } from '../../shared/lookup/mdoList';
import type { Ask } from '../../shared/lookup/source';
import { inSomeLanguage, type RequestOptions } from '../../shared/options';
import type { ItemCall } from '../operation';
import { appointmentFields } from './appointment.fields';
import { settle, withAlarm } from './body';
import { overDefaults } from './defaults';
import { checkItem, namedBody, readJsonBody, refuseOtherId } from './item';
import { IGNORE_UNKNOWN, SPECIFY_BODY, START_FROM_DEFAULTS } from './givenForm';

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
export const keyedFields = ({ CustomFields, UserDefinedFields, ExtraFields }: JsonObject) =>
	({
		...asRecord(CustomFields),
		...asRecord(UserDefinedFields),
		...asRecord(ExtraFields),
	}) as JsonObject;

/** How a body is given; `more` are ways that new appointments lack. */
export const readKind = ({ read }: ItemCall, more: string[] = []): string =>
	oneOf(['fields', 'json', 'autoMap', ...more], read(SPECIFY_BODY.name), spotOf(SPECIFY_BODY));

/** What an item's parameters are for. */
export interface Purpose {
	/** Number of the appointment that they change, 0 for a new one. */
	id: number;
	/** Whether mandatory custom fields have to be given. */
	demandsMandatory: boolean;
}

/**
 * The properties that the form, or the item mapped automatically, sets.
 * @throws FieldError for a value that cannot be, NodeApiError where a name cannot be looked up
 */
export async function fromParameters(
	call: ItemCall,
	isAutomatic: boolean,
	options: RequestOptions,
	{ id, demandsMandatory }: Purpose,
): Promise<JsonObject> {
	const { read, item } = call;
	const { zone } = options;
	const ask = askFor(call, options);
	const isTyped = isOn(read, USE_TYPED);
	const fields = isTyped ? await customFieldsFor(ask) : [];
	const mapper = read(MAPPER);
	const mapsFields = asRecord(mapper).mappingMode === 'autoMapInputData';
	// A name that is a property's and a label's is the property's.
	const unknown = unknownKeys(appointmentFields, item).map((key) => [key, item[key]]);
	const rest = isAutomatic ? (Object.fromEntries(unknown) as JsonObject) : item;
	if (isAutomatic) {
		const known = mapsFields ? customKeys(fields, rest) : [];
		checkItem(item, known, isOn(read, IGNORE_UNKNOWN));
		refuseOtherId(item, id, spotOf(SPECIFY_BODY));
	}
	const given = isAutomatic ? fromItem(item) : fromForm(read);
	const around = { zone, find: finder(ask) };
	const body = withAlarm(await encodeTable(appointmentFields, given, around));
	if (!isTyped) return body;
	const typed = await encodeCustomFields(
		fields,
		mapper,
		rest,
		keyedFields(body),
		demandsMandatory,
		{ zone, entriesOf: async (list) => await listEntries(ask, list) },
	);
	const all = { ...asRecord(body.CustomFields), ...typed } as JsonObject;
	return Object.keys(all).length > 0 ? { ...body, CustomFields: all } : body;
}

/**
 * The new appointment that an item's parameters describe, ready to be sent.
 * @returns JSON as it was written, or the entity
 * @throws FieldError for a value that cannot be, NodeApiError where a name cannot be looked up
 */
export async function readAppointment(
	call: ItemCall,
	options: RequestOptions,
	demandsMandatory = true,
): Promise<JsonObject | string> {
	const { read, lookUp } = call;
	const { zone, headers, timeout } = options;
	const kind = readKind(call);
	const fromDefaults = isOn(read, START_FROM_DEFAULTS);
	const overlay = async (given: JsonObject) =>
		await overDefaults(given, async (request) => await lookUp({ ...request, headers, timeout }));
	if (kind === 'json') {
		const text = readJsonBody(read);
		return fromDefaults ? await overlay(namedBody(text)) : text;
	}
	const given = await fromParameters(call, kind === 'autoMap', options, {
		id: 0,
		demandsMandatory: demandsMandatory && !fromDefaults,
	});
	const body = fromDefaults ? await overlay(given) : given;
	settle(body, zone);
	return body;
}
