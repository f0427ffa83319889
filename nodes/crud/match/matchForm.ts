import type { INodeProperties } from 'n8n-workflow';

import { createFieldMatch } from '../../shared/customFields/matching';
import { toEnumValue } from '../../shared/fields/enumeration';
import { FieldError } from '../../shared/fields/fieldKind';
import { parameterRef } from '../../shared/fields/parameterRef';
import { keyLocator } from '../../shared/fields/locator';
import type { RequestOptions } from '../../shared/options';
import type { ItemCall } from '../operation';
import {
	findByForeignKey,
	foreignKeyForm,
	foreignKeyRef,
	readForeignKey,
	saveForeignKey,
} from './byForeignKey';
import { customFieldMatcher, type Matcher } from './matcher';

const MATCH_BY: INodeProperties = {
	displayName: 'Match By',
	name: 'matchBy',
	type: 'options',
	options: [
		{
			name: 'Custom Field',
			value: 'customField',
			description: 'Find the {record} by the value of a user-defined field',
		},
		{
			name: 'Foreign Key',
			value: 'foreignKey',
			description: 'Find the {record} by the key of another system',
		},
		{
			name: 'Nothing',
			value: 'nothing',
			description: 'Create a new {record} unless one is chosen above',
		},
	],
	default: 'customField',
	description: 'How to find the {record} if none is chosen above',
};

const showForCustomField = (property: INodeProperties): INodeProperties => ({
	...property,
	displayOptions: { show: { matchBy: ['customField'] } },
});

const MATCH_FIELD = showForCustomField({
	displayName: 'Match Field',
	name: 'matchField',
	...keyLocator('matchField', 'e.g. SuperOffice:1'),
	description:
		'User-defined field that is unique to each {record}; a new {record} is saved with the value',
});

const MATCH_VALUE = showForCustomField({
	displayName: 'Match Value',
	name: 'matchValue',
	type: 'string',
	default: '',
	placeholder: 'e.g. A-4711',
	description: 'Value of the field that identifies the {record}',
});

export const matchForm: INodeProperties[] = [MATCH_BY, MATCH_FIELD, MATCH_VALUE, ...foreignKeyForm];

async function foreignKeyMatcher(call: ItemCall, options: RequestOptions): Promise<Matcher> {
	const key = readForeignKey(call.read);
	return {
		lockKey: JSON.stringify(key).toLowerCase(),
		find: async () => await findByForeignKey(call, options, key),
		addKey: (body) => body,
		saveKey: async (created) => await saveForeignKey(call, options, key, created),
		goneError(id) {
			const problem = `the foreign key points to ${call.entity.words.one} ${id}, which is gone`;
			const advice =
				'Nothing was saved. Remove the key from SuperOffice, or give the item another one.';
			return new FieldError(foreignKeyRef, problem, advice);
		},
		// The key is saved after the record.
		canRecheck: false,
	};
}

/**
 * The matcher of an item.
 * @returns undefined where it matches none
 * @throws FieldError for an incomplete match
 */
export async function readMatcher(
	call: ItemCall,
	options: RequestOptions,
): Promise<Matcher | undefined> {
	const by = toEnumValue(
		['customField', 'foreignKey', 'nothing'],
		call.read(MATCH_BY.name),
		parameterRef(MATCH_BY),
	);
	if (by === 'nothing') return undefined;
	if (by === 'foreignKey') return await foreignKeyMatcher(call, options);
	return await customFieldMatcher(
		call,
		options,
		[call.read(MATCH_FIELD.name), parameterRef(MATCH_FIELD)],
		[
			(field) => createFieldMatch(field, call.read(MATCH_VALUE.name), parameterRef(MATCH_VALUE)),
			parameterRef(MATCH_VALUE),
		],
	);
}
