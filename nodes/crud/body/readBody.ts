import isEmpty from 'lodash/isEmpty';
import type { IDataObject } from 'n8n-workflow';

import type { EntityDefinition } from '../../entities/entity';
import { fetchCustomFields, type CustomField } from '../../shared/customFields/definition';
import { MAPPER, usesMapper } from '../../shared/customFields/mapper';
import { customFieldKeys, encodeCustomFields } from '../../shared/customFields/values';
import { toEnumValue } from '../../shared/fields/enumeration';
import { FieldError } from '../../shared/fields/fieldKind';
import { isOn, parameterRef } from '../../shared/fields/parameterRef';
import { encodeTable, valuesFromForm, valuesFromItem } from '../../shared/fields/table';
import { asRecord, type JsonObject } from '../../shared/json';
import { fetchListEntries } from '../../shared/lookup/mdoListSource';
import type { LookUp } from '../../shared/lookup/source';
import type { ApiRequest } from '../../shared/transport/session';
import { languageHeaders, type RequestOptions } from '../../shared/options';
import type { ItemCall } from '../operation';
import type { OwnItem } from '../ownItem/ownItem';
import { applyDefaults } from './defaults';
import { toBodyObject, readJsonBody } from './jsonBody';
import { mapItem, type MappedItem } from './autoMap';
import { encodeContext } from './encodeContext';
import { SPECIFY_BODY, START_FROM_DEFAULTS } from './bodyForm';

/** The look-up function of an item, in the item's language. */
export function lookUpFor({ lookUp }: ItemCall, { headers, timeout }: RequestOptions): LookUp {
	const language = languageHeaders(headers);
	return async (request) =>
		await lookUp({ ...request, headers: { ...language, ...request.headers }, timeout });
}

/** The custom fields of the entity. */
export const fetchEntityCustomFields = async (
	{ entity }: ItemCall,
	lookUp: LookUp,
): Promise<CustomField[]> => await fetchCustomFields(lookUp, entity.name);

/** Advice when the definitions cannot be fetched. */
const NO_DEFINITIONS_ADVICE =
	'Plain values of custom fields cannot be sent without their definitions. Leave CustomFields out of the item, or get it with raw output.';

/** The values of all collections of custom fields. */
export const customFieldValues = ({ CustomFields, UserDefinedFields, ExtraFields }: JsonObject) =>
	({
		...asRecord(CustomFields),
		...asRecord(UserDefinedFields),
		...asRecord(ExtraFields),
	}) as JsonObject;

/** The body mode of an item; `more` are modes that new records lack. */
export const readBodyMode = ({ read }: ItemCall, more: string[] = []): string =>
	toEnumValue(
		['fields', 'json', 'autoMap', ...more],
		read(SPECIFY_BODY.name),
		parameterRef(SPECIFY_BODY),
	);

/** What the body is for. */
export interface BodyPurpose {
	/** Number of the record that they change, 0 for a new one. */
	id: number;
	/** Whether mandatory custom fields have to be given. */
	demandsMandatory: boolean;
	/** Whether a new one may be a copy of the item's record. */
	mayCopy?: boolean;
}

/** The encoded body, and the item's record if it was fetched. */
interface FieldInput {
	body: JsonObject;
	original?: JsonObject;
	/** The mapped item as own output of this node. */
	own?: OwnItem;
}

/**
 * The body from the form or from the automatically mapped item.
 * @throws FieldError for a value that cannot be, NodeApiError where a name cannot be looked up
 */
export async function bodyFromParameters(
	call: ItemCall,
	isAutomatic: boolean,
	options: RequestOptions,
	{ id, demandsMandatory, mayCopy = false }: BodyPurpose,
): Promise<FieldInput> {
	const { entity, read } = call;
	const { zone } = options;
	const lookUp = lookUpFor(call, options);
	const isTyped = usesMapper(read);
	const fields = isTyped ? await fetchEntityCustomFields(call, lookUp) : [];
	const mapper = read(MAPPER);
	const mapsFields = asRecord(mapper).mappingMode === 'autoMapInputData';
	const context = { zone, entriesOf: async (list: string) => await fetchListEntries(lookUp, list) };
	const tenant = {
		customFields: async () =>
			await fetchEntityCustomFields(
				call,
				async (request) => await lookUp({ ...request, alreadyDone: NO_DEFINITIONS_ADVICE }),
			),
		context,
		mappedKeys: (rest: IDataObject) => (mapsFields ? customFieldKeys(fields, rest) : []),
	};
	const { item, rest, original, own }: MappedItem = isAutomatic
		? await mapItem(call, options, id, mayCopy, tenant)
		: { item: {}, rest: call.item };
	const given = isAutomatic ? valuesFromItem(item) : valuesFromForm(read);
	const encoded = await encodeTable(entity.fields, given, encodeContext(lookUp, zone));
	const body = own?.isDerived ? encoded : (entity.derive?.(encoded) ?? encoded);
	if (!isTyped) return { body, original, own };
	const typed = await encodeCustomFields(
		fields,
		mapper,
		rest,
		customFieldValues(body),
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
 * Refuses a new record of which nothing is given: it would be one that nobody finds again.
 * @throws FieldError
 */
export function refuseEmpty({ fields, words }: EntityDefinition, body: JsonObject | string): void {
	if (!isEmpty(body)) return;
	const usual = Object.values(fields).slice(0, 3);
	const labels = usual.map(({ label }) => label).join(', ');
	const advice = `Set at least one property: ${words.a} usually has ${labels}.`;
	throw new FieldError(parameterRef(SPECIFY_BODY), 'nothing is set', advice);
}

/**
 * The new record that an item's parameters describe, ready to be sent.
 * @param isAlwaysNew whether nothing but a new one was asked for: then it has to have its mandatory
 * fields, and an item of the node's own is copied
 * @param mayBeEmpty whether something else tells what it is
 * @returns JSON as it was written, or the entity
 * @throws FieldError for a value that cannot be, NodeApiError where a name cannot be looked up
 */
export async function readNewBody(
	call: ItemCall,
	options: RequestOptions,
	isAlwaysNew = true,
	mayBeEmpty = false,
): Promise<JsonObject | string> {
	const { entity, read, lookUp } = call;
	const { headers, timeout } = options;
	const bodyMode = readBodyMode(call);
	const fromDefaults = isOn(read, START_FROM_DEFAULTS);
	const lookUpWith = async (request: ApiRequest) => await lookUp({ ...request, headers, timeout });
	const overlay = async (given: JsonObject) => await applyDefaults(entity, given, lookUpWith);
	if (bodyMode === 'json') {
		const text = readJsonBody(call);
		return fromDefaults ? await overlay(toBodyObject(call, text)) : text;
	}
	const given = await bodyFromParameters(call, bodyMode === 'autoMap', options, {
		id: 0,
		demandsMandatory: isAlwaysNew && !fromDefaults,
		mayCopy: isAlwaysNew,
	});
	if (isAlwaysNew && !fromDefaults && !mayBeEmpty) refuseEmpty(entity, given.body);
	const body = fromDefaults ? await overlay(given.body) : given.body;
	const { original } = given;
	return (await entity.normalize?.(call, options, body, { bodyMode, original })) ?? body;
}
