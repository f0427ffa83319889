import type { IDataObject } from 'n8n-workflow';

import type { OwnItem } from '../../entities/entity';
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
import type { ApiRequest } from '../../shared/transport/request';
import { inSomeLanguage, type RequestOptions } from '../../shared/options';
import type { ItemCall } from '../operation';
import { namedBody, readJsonBody } from './json';
import { readMapped, type Mapped } from './autoMap';
import { SPECIFY_BODY, START_FROM_DEFAULTS } from './form';

/** Asks in a language on behalf of an item. */
export function askFor({ lookUp }: ItemCall, { headers, timeout }: RequestOptions): Ask {
	const language = inSomeLanguage(headers);
	return async (request) =>
		await lookUp({ ...request, headers: { ...language, ...request.headers }, timeout });
}

/** The custom fields of the entity. */
export const customFieldsFor = async ({ entity }: ItemCall, ask: Ask): Promise<CustomField[]> =>
	await customFieldsOf(ask, entity.name);

/** What is said where they are needed and SuperOffice does not give them. */
const NO_DEFINITIONS =
	'Plain values of custom fields cannot be sent without their definitions. Leave CustomFields out of the item, or get it with complete output.';

/** What stands in the collections of keys and values. */
export const keyedFields = ({ CustomFields, UserDefinedFields, ExtraFields }: JsonObject) =>
	({
		...asRecord(CustomFields),
		...asRecord(UserDefinedFields),
		...asRecord(ExtraFields),
	}) as JsonObject;

/** How a body is given; `more` are ways that new records lack. */
export const readKind = ({ read }: ItemCall, more: string[] = []): string =>
	oneOf(['fields', 'json', 'autoMap', ...more], read(SPECIFY_BODY.name), spotOf(SPECIFY_BODY));

/** What an item's parameters are for. */
export interface Purpose {
	/** Number of the record that they change, 0 for a new one. */
	id: number;
	/** Whether mandatory custom fields have to be given. */
	demandsMandatory: boolean;
	/** Whether a new one may be a copy of the record that an item is of. */
	mayCopy?: boolean;
}

/** What is given, and the record that an item is of where that had to be asked for. */
interface Given {
	body: JsonObject;
	original?: JsonObject;
	/** What the node knows of the item that was mapped. */
	own?: OwnItem;
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
	const { entity, read } = call;
	const { zone } = options;
	const ask = askFor(call, options);
	const isTyped = isOn(read, USE_TYPED);
	const fields = isTyped ? await customFieldsFor(call, ask) : [];
	const mapper = read(MAPPER);
	const mapsFields = asRecord(mapper).mappingMode === 'autoMapInputData';
	const context = { zone, entriesOf: async (list: string) => await listEntries(ask, list) };
	const tenant = {
		customFields: async () =>
			await customFieldsFor(
				call,
				async (request) => await ask({ ...request, alreadyDone: NO_DEFINITIONS }),
			),
		context,
		mapped: (rest: IDataObject) => (mapsFields ? customKeys(fields, rest) : []),
	};
	const { item, rest, original, own }: Mapped = isAutomatic
		? await readMapped(call, options, id, mayCopy, tenant)
		: { item: {}, rest: call.item };
	const given = isAutomatic ? fromItem(item) : fromForm(read);
	const around = { zone, find: finder(ask, zone) };
	const encoded = await encodeTable(entity.fields, given, around);
	const body = own?.isDerived ? encoded : (entity.derive?.(encoded) ?? encoded);
	if (!isTyped) return { body, original, own };
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
		own,
	};
}

/**
 * The new record that an item's parameters describe, ready to be sent.
 * @param isAlwaysNew whether nothing but a new one was asked for: then it has to have its mandatory
 * fields, and an item of the node's own is copied
 * @returns JSON as it was written, or the entity
 * @throws FieldError for a value that cannot be, NodeApiError where a name cannot be looked up
 */
export async function readNew(
	call: ItemCall,
	options: RequestOptions,
	isAlwaysNew = true,
): Promise<JsonObject | string> {
	const { entity, read, lookUp } = call;
	const { headers, timeout } = options;
	const kind = readKind(call);
	const fromDefaults = isOn(read, START_FROM_DEFAULTS);
	const ask = async (request: ApiRequest) => await lookUp({ ...request, headers, timeout });
	const overlay = async (given: JsonObject) => (await entity.overDefaults?.(given, ask)) ?? given;
	if (kind === 'json') {
		const text = readJsonBody(call);
		return fromDefaults ? await overlay(namedBody(call, text)) : text;
	}
	const given = await fromParameters(call, kind === 'autoMap', options, {
		id: 0,
		demandsMandatory: isAlwaysNew && !fromDefaults,
		mayCopy: isAlwaysNew,
	});
	const body = fromDefaults ? await overlay(given.body) : given.body;
	const { original } = given;
	return (await entity.settle?.(call, options, body, { kind, original })) ?? body;
}
