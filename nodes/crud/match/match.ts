import type { INodeProperties } from 'n8n-workflow';

import { matchField, matchValue } from '../../shared/customFields/matching';
import { oneOf } from '../../shared/fields/enumeration';
import { FieldError } from '../../shared/fields/kind';
import { spotOf } from '../../shared/fields/parameter';
import { keyLocator, readKey } from '../../shared/fields/locator';
import type { RequestOptions } from '../../shared/options';
import type { ItemCall } from '../operation';
import { lost, turnOf, type KeyedField } from './byCustomField';
import { findOne } from './findOne';
import {
	findByForeignKey,
	foreignKeyForm,
	foreignKeySpot,
	readForeignKey,
	saveForeignKey,
} from './byForeignKey';
import { askFor, customFieldsFor } from '../body/read';
import type { Circumstances } from '../record';

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

export const VALUE = showFor({
	displayName: 'Match Value',
	name: 'matchValue',
	type: 'string',
	default: '',
	placeholder: 'e.g. A-4711',
	description: "The {record}'s own value of the field",
});

export const matchForm: INodeProperties[] = [MATCH_BY, FIELD, VALUE, ...foreignKeyForm];

/** What is known of the record that an item matches. */
export interface Matched {
	/** Its number, 0 for none. */
	id: number;
	/** The custom field that it is found by. */
	field?: KeyedField;
	/** Looks once more, when nobody knows whether a new one was saved. */
	findAgain?(): Promise<number>;
	/** What to say where the record turns out not to be there. */
	gone?: FieldError;
	/** Keeps with a new record what it will be found by. */
	keep?(id: number): Promise<void>;
}

async function byCustomField(call: ItemCall, options: RequestOptions): Promise<Matched> {
	const key = readKey(call.read(FIELD.name), spotOf(FIELD));
	const fields = await customFieldsFor(call, askFor(call, options));
	const field = matchField(fields, key, spotOf(FIELD));
	const match = matchValue(field, call.read(VALUE.name), spotOf(VALUE));
	const keyed = { key: field.key, value: match.encoded };
	const find = async (circumstances?: Circumstances) =>
		await findOne(call, options, field.key, match, spotOf(VALUE), circumstances);
	await call.turn(turnOf(keyed));
	return { id: await find(), field: keyed, findAgain: async () => await find(lost(call)) };
}

async function byForeignKey(call: ItemCall, options: RequestOptions): Promise<Matched> {
	const key = readForeignKey(call.read);
	await call.turn(JSON.stringify(key).toLowerCase());
	const id = await findByForeignKey(call, options, key);
	const problem = `the foreign key points to ${call.entity.words.one} ${id}, which is gone`;
	const advice =
		'Nothing was saved. Remove the key from SuperOffice, or give the item another one.';
	const gone = new FieldError(foreignKeySpot, problem, advice);
	return { id, gone, keep: async (created) => await saveForeignKey(call, options, key, created) };
}

/**
 * Finds the record that an item matches.
 * @throws FieldError where several do, or what to match by is not told
 */
export async function readMatch(call: ItemCall, options: RequestOptions): Promise<Matched> {
	const by = oneOf(
		['customField', 'foreignKey', 'nothing'],
		call.read(MATCH_BY.name),
		spotOf(MATCH_BY),
	);
	if (by === 'customField') return await byCustomField(call, options);
	return by === 'foreignKey' ? await byForeignKey(call, options) : { id: 0 };
}
