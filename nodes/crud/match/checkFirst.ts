import sortBy from 'lodash/sortBy';
import type { INodeProperties } from 'n8n-workflow';

import type { EntityDefinition, MatchKey } from '../../entities/entity';
import type { CustomField } from '../../shared/customFields/definition';
import { usesMapper } from '../../shared/customFields/mapper';
import { createFieldMatch, type FieldMatch } from '../../shared/customFields/matching';
import { emptyToUndefined, FieldError } from '../../shared/fields/fieldKind';
import { keyLocator } from '../../shared/fields/locator';
import { parameterRef } from '../../shared/fields/parameterRef';
import { wireName } from '../../shared/fields/table';
import type { JsonObject } from '../../shared/json';
import type { RequestOptions } from '../../shared/options';
import { option } from '../../shared/optionsForm';
import type { ItemCall } from '../operation';
import { toBodyObject } from '../body/jsonBody';
import { readBodyMode } from '../body/readBody';
import { asOwnItem } from '../ownItem/ownItem';
import { keyOptions, matchKeyOf, readPropertyMatcher } from './byProperty';
import { customFieldMatcher, type Matcher } from './matcher';

const keyField: INodeProperties = {
	displayName: 'Key Field',
	name: 'keyField',
	...keyLocator('matchField', 'e.g. SuperOffice:1'),
	description: 'Custom field that holds the key of each {record}',
};

const keyValue: INodeProperties = {
	displayName: 'Key Value',
	name: 'keyValue',
	type: 'string',
	default: '',
	placeholder: 'e.g. A-4711',
	description:
		"Unique key of the item, such as an order number. Leave empty for a key made of the execution and the item, which covers n8n's Retry On Fail.",
};

const KEY_FIELD = option({ ...keyField, name: 'createOnce.key.keyField' });
const CREATE_ONCE = 'options.createOnce';
const KEY_BY = 'options.createOnce.key.keyBy';
export const KEY_VALUE = option({ ...keyValue, name: 'createOnce.key.keyValue' });

/** The choice between the entity's properties and custom fields; the usual property first. */
function keyBy(keys: Record<string, MatchKey>): INodeProperties {
	const [first] = Object.keys(keys);
	const custom = {
		name: 'Custom Field',
		value: 'customField',
		description: 'A field of your own',
	};
	return {
		displayName: 'Key',
		name: 'keyBy',
		type: 'options',
		options: sortBy([...keyOptions(keys), custom], 'name'),
		default: first,
		description: 'By what the {record} is searched for',
	};
}

/** Looks for the record by a key before it is created, and when the connection is lost before an answer comes. */
export function createOnce({ keys }: EntityDefinition): INodeProperties {
	const field = { ...keyField, displayOptions: { show: { keyBy: ['customField'] } } };
	const values = keys ? [keyBy(keys), field, keyValue] : [keyField, keyValue];
	return option({
		displayName: 'Create Only Once',
		name: 'createOnce',
		type: 'fixedCollection',
		placeholder: 'Add Key',
		default: { key: Object.fromEntries(values.map((one) => [one.name, one.default])) },
		description:
			'Search for the {record} by a key first and create it only if it does not exist, so that a retry creates no duplicate. Without this option, the node fails if the connection is lost during the request, and the {record} may already exist.',
		options: [{ displayName: 'Key', name: 'key', values }],
	});
}

/** The key of an item: the given one, else one of the execution and the item. */
function itemKey(call: ItemCall, field: CustomField): FieldMatch {
	const given = emptyToUndefined(call.read(KEY_VALUE.name));
	if (given !== undefined) return createFieldMatch(field, given, parameterRef(KEY_VALUE));
	const key = call.executionItemKey();
	if (key === undefined) {
		const problem =
			'is required for an AI tool, because n8n does not distinguish the calls of a tool';
		const advice = `Enter a value that is unique to the ${call.entity.words.one}.`;
		throw new FieldError(parameterRef(KEY_VALUE), problem, advice);
	}
	const { type, textLength = key.length } = field;
	if (type === 'ShortText' && textLength >= key.length) {
		return createFieldMatch(field, key, parameterRef(KEY_FIELD));
	}
	const problem = `cannot hold the key that n8n gives an item, which has ${key.length} characters`;
	const advice = 'Give the Key Value, or choose a longer field of the type short text.';
	throw new FieldError(parameterRef(KEY_FIELD), problem, advice);
}

/** Whether an item is an existing record, whose custom fields are copied. */
const isCopyOfRecord = (call: ItemCall) =>
	readBodyMode(call) === 'autoMap' &&
	!usesMapper(call.read) &&
	asOwnItem(call.entity, call.item, true).isOwn;

/**
 * The matcher of Check First.
 * @param body of the new record
 * @returns undefined where an unknown outcome is only reported
 * @throws FieldError without a field that can hold the key
 */
export async function readCheckFirst(
	call: ItemCall,
	options: RequestOptions,
	body: JsonObject | string,
): Promise<Matcher | undefined> {
	if (call.read(CREATE_ONCE) === undefined) return undefined;
	const key = matchKeyOf(call.entity, String(call.read(KEY_BY) ?? ''));
	if (key) {
		const value = call.read(KEY_VALUE.name);
		const beside = key.beside && toBodyObject(call, body)[wireName(key.beside.parameter)];
		const ref = parameterRef(KEY_VALUE);
		return await readPropertyMatcher(call, options, key, { value, beside }, ref);
	}
	return await customFieldMatcher(
		call,
		options,
		[call.read(KEY_FIELD.name), parameterRef(KEY_FIELD)],
		[(field) => itemKey(call, field), parameterRef(KEY_VALUE)],
		isCopyOfRecord(call),
	);
}
