import sortBy from 'lodash/sortBy';
import upperFirst from 'lodash/upperFirst';
import type { INodeProperties, INodePropertyOptions } from 'n8n-workflow';

import type { EntityDefinition } from '../../entities/entity';
import { createFieldMatch } from '../../shared/customFields/matching';
import { FieldError } from '../../shared/fields/fieldKind';
import { chosen, parameterRef } from '../../shared/fields/parameterRef';
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
import { findRecords } from './findMatch';
import { keyOptions, matchKeyOf, readPropertyMatcher } from './byProperty';
import { customFieldMatcher, type Matcher } from './matcher';

/** The ways that any record has. */
const OTHERS: INodePropertyOptions[] = [
	{
		name: 'Custom Field',
		value: 'customField',
		description: 'Find the {record} by the value of a custom field',
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
];

function matchBy({ keys = {} }: EntityDefinition): INodeProperties {
	const [first] = [...Object.keys(keys), 'customField'];
	return {
		displayName: 'Match By',
		name: 'matchBy',
		type: 'options',
		options: sortBy([...keyOptions(keys), ...OTHERS], 'name'),
		default: first,
		description: 'How to find the {record} if none is chosen above',
	};
}

const showFor = (property: INodeProperties, ...ways: string[]): INodeProperties => ({
	...property,
	displayOptions: { show: { matchBy: ways } },
});

const MATCH_FIELD = showFor(
	{
		displayName: 'Match Field',
		name: 'matchField',
		...keyLocator('matchField', 'e.g. SuperOffice:1'),
		description:
			'Custom field that is unique to each {record}; a new {record} is saved with the value',
	},
	'customField',
);

const MATCH_VALUE: INodeProperties = {
	displayName: 'Match Value',
	name: 'matchValue',
	type: 'string',
	default: '',
	placeholder: 'e.g. A-4711',
	description: 'Value that identifies the {record}; a new {record} is saved with it',
};

/** The control of a property beside a key. */
const besideControl = ({ fields }: EntityDefinition, parameter: string, help: string) =>
	({
		displayName: fields[parameter].label,
		name: `match${upperFirst(parameter)}`,
		type: 'string',
		default: '',
		description: help,
	}) satisfies INodeProperties;

/** Controls of how a record is found, without a choice of one. */
export function matchForm(entity: EntityDefinition): INodeProperties[] {
	const { keys = {} } = entity;
	const beside = Object.entries(keys).flatMap(([name, { beside: other }]) =>
		other ? [showFor(besideControl(entity, other.parameter, other.help), name)] : [],
	);
	return [
		matchBy(entity),
		MATCH_FIELD,
		showFor(MATCH_VALUE, 'customField', ...Object.keys(keys)),
		...beside,
		...foreignKeyForm,
	];
}

async function foreignKeyMatcher(call: ItemCall, options: RequestOptions): Promise<Matcher> {
	const key = readForeignKey(call.read);
	function goneError(id: number): FieldError {
		const problem = `the foreign key points to ${call.entity.words.one} ${id}, which is gone`;
		const advice =
			'Nothing was saved. Remove the key from SuperOffice, or give the item another one.';
		return new FieldError(foreignKeyRef, problem, advice);
	}
	return {
		lockKey: JSON.stringify(key).toLowerCase(),
		async find() {
			const id = await findByForeignKey(call, options, key);
			const { conditions, key: number } = call.entity.archive;
			if (id === 0 || !conditions) return id;
			const purpose = `looking up the ${call.entity.words.one}`;
			const [isThere] = await findRecords(call, options, [{ filter: `${number} in (${id})` }], [], {
				purpose,
			});
			if (!isThere) throw goneError(id);
			return id;
		},
		addKey: (body) => body,
		saveKey: async (created) => await saveForeignKey(call, options, key, created),
		goneError,
		// The key is saved after the record.
		canRecheck: false,
	};
}

/** The parameters of the property by which an item is matched, if it is one. */
export const matchedBy = ({ entity, read }: ItemCall): string[] => {
	const { parameter } = matchKeyOf(entity, chosen(read, matchBy(entity))) ?? {};
	return parameter === undefined ? [] : [parameter];
};

/**
 * The matcher of an item.
 * @returns undefined where it matches none
 * @throws FieldError for an incomplete match
 */
export async function readMatcher(
	call: ItemCall,
	options: RequestOptions,
): Promise<Matcher | undefined> {
	const by = chosen(call.read, matchBy(call.entity));
	if (by === 'nothing') return undefined;
	if (by === 'foreignKey') return await foreignKeyMatcher(call, options);
	const ref = parameterRef(MATCH_VALUE);
	const value = call.read(MATCH_VALUE.name);
	const key = matchKeyOf(call.entity, by);
	if (key) {
		const beside = key.beside && call.read(`match${upperFirst(key.beside.parameter)}`);
		return await readPropertyMatcher(call, options, key, { value, beside }, ref);
	}
	return await customFieldMatcher(
		call,
		options,
		[call.read(MATCH_FIELD.name), parameterRef(MATCH_FIELD)],
		[(field) => createFieldMatch(field, value, ref), ref],
	);
}
