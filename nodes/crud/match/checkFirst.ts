import type { INodeProperties } from 'n8n-workflow';

import type { CustomField } from '../../shared/customFields/definition';
import { USE_TYPED } from '../../shared/customFields/mapper';
import { matchValue, type Match } from '../../shared/customFields/matching';
import { oneOf } from '../../shared/fields/enumeration';
import { emptyAsUnset, FieldError } from '../../shared/fields/kind';
import { keyLocator } from '../../shared/fields/locator';
import { isOn, spotOf } from '../../shared/fields/parameter';
import type { RequestOptions } from '../../shared/options';
import type { ItemCall } from '../operation';
import { readKind } from '../body/read';
import { byField, type Matcher } from './matcher';

export const ON_UNKNOWN_OUTCOME: INodeProperties = {
	displayName: 'On Unknown Outcome',
	name: 'onUnknownOutcome',
	type: 'options',
	options: [
		{
			name: 'Check First',
			value: 'checkFirst',
			description:
				'Look for the {record} by a key of its own, and create it only where it is not there',
		},
		{
			name: 'Report',
			value: 'report',
			description: 'Make it an error that says that the {record} may exist',
		},
	],
	default: 'report',
	description:
		'What to do when the connection is lost before an answer comes, so that nobody knows whether the {record} was saved',
};

const showFor = (property: INodeProperties): INodeProperties => ({
	...property,
	displayOptions: { show: { onUnknownOutcome: ['checkFirst'] } },
});

const KEY_FIELD = showFor({
	displayName: 'Key Field',
	name: 'keyField',
	...keyLocator('matchField', 'e.g. SuperOffice:1'),
	description:
		'The user-defined field in which each {record} gets its key; by the ProgId, or from the list',
});

export const KEY_VALUE = showFor({
	displayName: 'Key Value',
	name: 'keyValue',
	type: 'string',
	default: '',
	placeholder: 'e.g. A-4711',
	description:
		"What tells the item from all others, so that no later execution creates it again; left empty, a key of the execution and the item, which also holds for n8n's Retry On Fail",
});

export const checkFirstForm: INodeProperties[] = [ON_UNKNOWN_OUTCOME, KEY_FIELD, KEY_VALUE];

/** The key of an item: the given one, else one of the execution and the item. */
function keyOf(call: ItemCall, field: CustomField): Match {
	const given = emptyAsUnset(call.read(KEY_VALUE.name));
	if (given !== undefined) return matchValue(field, given, spotOf(KEY_VALUE));
	const key = call.identity();
	if (key === undefined) {
		const problem = 'is empty, and n8n does not tell the calls of a tool apart';
		const advice = `Give what tells the ${call.entity.words.one} from all others.`;
		throw new FieldError(spotOf(KEY_VALUE), problem, advice);
	}
	const { type, textLength = key.length } = field;
	if (type === 'ShortText' && textLength >= key.length) {
		return matchValue(field, key, spotOf(KEY_FIELD));
	}
	const problem = `cannot hold the key that n8n gives an item, which has ${key.length} characters`;
	const advice = 'Give the Key Value, or choose a longer field of the type short text.';
	throw new FieldError(spotOf(KEY_FIELD), problem, advice);
}

/** Whether an item is a copy of a record, whose custom fields nobody has typed. */
const isCopy = (call: ItemCall) =>
	readKind(call) === 'autoMap' &&
	!isOn(call.read, USE_TYPED) &&
	call.entity.ownItems?.asProperties(call.item, true).isOwn === true;

/**
 * How an item's record is told from all others, where nothing may come twice.
 * @returns undefined where an unknown outcome is only reported
 * @throws FieldError without a field that can hold the key
 */
export async function readCheckFirst(
	call: ItemCall,
	options: RequestOptions,
): Promise<Matcher | undefined> {
	const choice = call.read(ON_UNKNOWN_OUTCOME.name) ?? ON_UNKNOWN_OUTCOME.default;
	if (oneOf(['report', 'checkFirst'], choice, spotOf(ON_UNKNOWN_OUTCOME)) === 'report') {
		return undefined;
	}
	return await byField(
		call,
		options,
		[call.read(KEY_FIELD.name), spotOf(KEY_FIELD)],
		[(field) => keyOf(call, field), spotOf(KEY_VALUE)],
		isCopy(call),
	);
}
