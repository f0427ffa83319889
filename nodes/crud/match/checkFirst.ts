import type { INodeProperties } from 'n8n-workflow';

import type { CustomField } from '../../shared/customFields/definition';
import { usesMapper } from '../../shared/customFields/mapper';
import { createFieldMatch, type FieldMatch } from '../../shared/customFields/matching';
import { emptyToUndefined, FieldError } from '../../shared/fields/fieldKind';
import { keyLocator } from '../../shared/fields/locator';
import { parameterRef } from '../../shared/fields/parameterRef';
import type { RequestOptions } from '../../shared/options';
import { option } from '../../shared/optionsForm';
import type { ItemCall } from '../operation';
import { readBodyMode } from '../body/readBody';
import { asOwnItem } from '../ownItem/ownItem';
import { customFieldMatcher, type Matcher } from './matcher';

const keyField: INodeProperties = {
	displayName: 'Key Field',
	name: 'keyField',
	...keyLocator('matchField', 'e.g. SuperOffice:1'),
	description: 'User-defined field that holds the key of each {record}',
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
export const KEY_VALUE = option({ ...keyValue, name: 'createOnce.key.keyValue' });

/** Looks for the record by a key before it is created, and when the connection is lost before an answer comes. */
export const CREATE_ONCE = option({
	displayName: 'Create Only Once',
	name: 'createOnce',
	type: 'fixedCollection',
	placeholder: 'Add Key',
	default: { key: { keyField: keyField.default, keyValue: '' } },
	description:
		'Search for the {record} by a key first and create it only if it does not exist, so that a retry creates no duplicate. Without this option, the node fails if the connection is lost during the request, and the {record} may already exist.',
	options: [{ displayName: 'Key', name: 'key', values: [keyField, keyValue] }],
});

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
 * @returns undefined where an unknown outcome is only reported
 * @throws FieldError without a field that can hold the key
 */
export async function readCheckFirst(
	call: ItemCall,
	options: RequestOptions,
): Promise<Matcher | undefined> {
	if (call.read(CREATE_ONCE.name) === undefined) return undefined;
	return await customFieldMatcher(
		call,
		options,
		[call.read(KEY_FIELD.name), parameterRef(KEY_FIELD)],
		[(field) => itemKey(call, field), parameterRef(KEY_VALUE)],
		isCopyOfRecord(call),
	);
}
