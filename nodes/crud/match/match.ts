import type { INodeProperties } from 'n8n-workflow';

import { matchValue } from '../../shared/customFields/matching';
import { oneOf } from '../../shared/fields/enumeration';
import { FieldError } from '../../shared/fields/kind';
import { spotOf } from '../../shared/fields/parameter';
import { keyLocator } from '../../shared/fields/locator';
import type { RequestOptions } from '../../shared/options';
import type { ItemCall } from '../operation';
import {
	findByForeignKey,
	foreignKeyForm,
	foreignKeySpot,
	readForeignKey,
	saveForeignKey,
} from './byForeignKey';
import { byField, type Matcher } from './matcher';

const MATCH_BY: INodeProperties = {
	displayName: 'Match By',
	name: 'matchBy',
	type: 'options',
	options: [
		{
			name: 'Custom Field',
			value: 'customField',
			description: 'The {record} that has the value in a user-defined field',
		},
		{
			name: 'Foreign Key',
			value: 'foreignKey',
			description: 'The {record} with which another system has saved its key',
		},
		{ name: 'Nothing', value: 'nothing', description: 'Without an ID, always create a new one' },
	],
	default: 'customField',
	description: 'How to find the {record} where none is chosen above',
};

const showFor = (property: INodeProperties): INodeProperties => ({
	...property,
	displayOptions: { show: { matchBy: ['customField'] } },
});

const FIELD = showFor({
	displayName: 'Match Field',
	name: 'matchField',
	...keyLocator('matchField', 'e.g. SuperOffice:1'),
	description: 'The user-defined field that tells {records} apart; a new one gets the value too',
});

const VALUE = showFor({
	displayName: 'Match Value',
	name: 'matchValue',
	type: 'string',
	default: '',
	placeholder: 'e.g. A-4711',
	description: "The {record}'s own value of the field",
});

export const matchForm: INodeProperties[] = [MATCH_BY, FIELD, VALUE, ...foreignKeyForm];

async function byForeignKey(call: ItemCall, options: RequestOptions): Promise<Matcher> {
	const key = readForeignKey(call.read);
	return {
		lock: JSON.stringify(key).toLowerCase(),
		find: async () => await findByForeignKey(call, options, key),
		complete: (body) => body,
		keep: async (created) => await saveForeignKey(call, options, key, created),
		gone(id) {
			const problem = `the foreign key points to ${call.entity.words.one} ${id}, which is gone`;
			const advice =
				'Nothing was saved. Remove the key from SuperOffice, or give the item another one.';
			return new FieldError(foreignKeySpot, problem, advice);
		},
		// The key is saved after the record.
		findsLost: false,
	};
}

/**
 * How the record that an item matches is found.
 * @returns undefined where it matches none
 * @throws FieldError where what to match by is not told
 */
export async function readMatch(
	call: ItemCall,
	options: RequestOptions,
): Promise<Matcher | undefined> {
	const by = oneOf(
		['customField', 'foreignKey', 'nothing'],
		call.read(MATCH_BY.name),
		spotOf(MATCH_BY),
	);
	if (by === 'nothing') return undefined;
	if (by === 'foreignKey') return await byForeignKey(call, options);
	return await byField(
		call,
		options,
		[call.read(FIELD.name), spotOf(FIELD)],
		[(field) => matchValue(field, call.read(VALUE.name), spotOf(VALUE)), spotOf(VALUE)],
	);
}
