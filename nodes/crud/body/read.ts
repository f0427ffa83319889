import type { IDataObject } from 'n8n-workflow';

import { customFieldsOf, type CustomField } from '../../shared/customFields/definition';
import { MAPPER, USE_TYPED } from '../../shared/customFields/mapper';
import { customKeys, encodeCustomFields } from '../../shared/customFields/values';
import { oneOf } from '../../shared/fields/enumeration';
import { isOn, spotOf } from '../../shared/fields/parameter';
import { encodeTable, fromForm, fromItem } from '../../shared/fields/table';
import { asRecord, type JsonObject } from '../../shared/json';
import { finder } from '../../shared/lookup/find';
import { listEntries } from '../../shared/lookup/mdoList';
import type { Ask } from '../../shared/lookup/source';
import { inSomeLanguage, type RequestOptions } from '../../shared/options';
import type { ItemCall } from '../operation';
import { appointmentFields } from '../../entities/appointment/appointment.fields';
import { different, settle, withAlarm } from '../../entities/appointment/appointment.rules';
import { refuseNobody } from '../../entities/appointment/participants/keepAnswers';
import { overDefaults } from '../../entities/appointment/appointment.defaults';
import { namedBody, readJsonBody } from './json';
import { readMapped, type Mapped } from './autoMap';
import { inBaseZone, isAnswered } from '../../entities/appointment/series/seriesZone';
import { SPECIFY_BODY, START_FROM_DEFAULTS } from './form';

/** Appointments in SuperOffice's addresses. */
export const ENTITY = 'Appointment';

/** Asks in a language on behalf of an item. */
export function askFor({ lookUp }: ItemCall, { headers, timeout }: RequestOptions): Ask {
	const language = inSomeLanguage(headers);
	return async (request) =>
		await lookUp({ ...request, headers: { ...language, ...request.headers }, timeout });
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
	/** Whether a new one may be a copy of the appointment that an item is of. */
	mayCopy?: boolean;
}

/** What is given, and the appointment that an item is of where that had to be asked for. */
interface Given {
	body: JsonObject;
	original?: JsonObject;
	/** Whether the item is an appointment as the node puts it out. */
	isOwn?: boolean;
}

/**
 * The properties that the form, or the item mapped automatically, sets.
 * @throws FieldError for a value that cannot be, NodeApiError where a name cannot be looked up
 */
export async function fromParameters(
	call: ItemCall,
	isAutomatic: boolean,
	options: RequestOptions,
	{ id, demandsMandatory, mayCopy = false }: Purpose,
): Promise<Given> {
	const { read } = call;
	const { zone } = options;
	const ask = askFor(call, options);
	const isTyped = isOn(read, USE_TYPED);
	const fields = isTyped ? await customFieldsFor(ask) : [];
	const mapper = read(MAPPER);
	const mapsFields = asRecord(mapper).mappingMode === 'autoMapInputData';
	const context = { zone, entriesOf: async (list: string) => await listEntries(ask, list) };
	const tenant = {
		customFields: async () => await customFieldsFor(ask),
		context,
		mapped: (rest: IDataObject) => (mapsFields ? customKeys(fields, rest) : []),
	};
	const { item, rest, original, isOwn, isAlarmLeft }: Mapped = isAutomatic
		? await readMapped(call, options, id, mayCopy, tenant)
		: { item: {}, rest: call.item };
	const given = isAutomatic ? fromItem(item) : fromForm(read);
	const around = { zone, find: finder(ask, zone) };
	const encoded = await encodeTable(appointmentFields, given, around);
	const body = isAlarmLeft ? encoded : withAlarm(encoded);
	if (!isTyped) return { body, original, isOwn };
	const typed = await encodeCustomFields(
		fields,
		mapper,
		rest,
		keyedFields(body),
		demandsMandatory,
		context,
	);
	const all = { ...asRecord(body.CustomFields), ...typed } as JsonObject;
	return {
		body: Object.keys(all).length > 0 ? { ...body, CustomFields: all } : body,
		original,
		isOwn,
	};
}

/**
 * The new appointment that an item's parameters describe, ready to be sent.
 * @param isAlwaysNew whether nothing but a new one was asked for: then it has to have its mandatory
 * fields, and an item of the node's own is copied
 * @returns JSON as it was written, or the entity
 * @throws FieldError for a value that cannot be, NodeApiError where a name cannot be looked up
 */
export async function readAppointment(
	call: ItemCall,
	options: RequestOptions,
	isAlwaysNew = true,
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
		demandsMandatory: isAlwaysNew && !fromDefaults,
		mayCopy: isAlwaysNew,
	});
	if (kind === 'autoMap') refuseNobody(given.body);
	const body = fromDefaults ? await overlay(given.body) : given.body;
	// A copy's whole days are those that its original has, in whichever zone.
	settle(body, zone, given.original && different(body, given.original, zone));
	return isAnswered(call, kind) ? body : await inBaseZone(call, options, body);
}
