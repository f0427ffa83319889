import groupBy from 'lodash/groupBy';
import map from 'lodash/map';
import omit from 'lodash/omit';
import partition from 'lodash/partition';
import type { IDataObject } from 'n8n-workflow';

import type { FieldTable } from '../shared/fields/table';
import type { JsonObject } from '../shared/json';
import { METADATA_KEYS } from '../shared/metadataKeys';
import { readOptions, type RequestOptions } from '../shared/options';
import { optionsForm } from '../shared/optionsForm';
import { queryAgent } from './agent';
import type { ItemCall, Operation } from './operation';
import { operationFieldsForm, readOperationFields } from './operationFields';
import type { ErrorNotes } from './record';

/** A call of the entity's agent that applies some of SuperOffice's rules. */
export interface DuplicateSearch {
	method: string;
	body: JsonObject;
}

/** What SuperOffice's rules find; entries of other sources have no number (the agent's DuplicateEntry). */
export const fetchDuplicates = async (
	call: ItemCall,
	options: RequestOptions,
	{ method, body }: DuplicateSearch,
	errorNotes?: ErrorNotes,
): Promise<JsonObject[]> =>
	(await queryAgent(call, options, method, 'list', body, errorNotes)) as JsonObject[];

/** One item for all rules that find the same record. */
function toItem(entries: JsonObject[], id: string): IDataObject {
	const [{ SoPrimaryKey, ...entry }] = entries;
	return {
		[id]: Number(SoPrimaryKey) || null,
		...omit(entry, METADATA_KEYS),
		RuleName: map(entries, 'RuleName').join(', '),
	};
}

/**
 * What SuperOffice's rules find for the fields that are given.
 * @param needed names of fields that must not be empty
 * @param searches the calls that the fields' values need, by wire name
 */
export const findDuplicates = (
	fields: FieldTable,
	needed: string[],
	searches: (given: JsonObject) => DuplicateSearch[],
): Operation => ({
	label: 'Find Duplicates',
	action: 'Find duplicates of {record}',
	description: 'Search for {records} that SuperOffice considers to be the same',
	properties: [...operationFieldsForm(fields), optionsForm()],
	async execute(call) {
		const options = readOptions(call.read, call.workflowZone);
		const given = await readOperationFields(call, options, fields, needed);
		const found: JsonObject[] = [];
		for (const one of searches(given)) found.push(...(await fetchDuplicates(call, options, one)));
		const [own, others] = partition(found, ({ SoPrimaryKey }) => Number(SoPrimaryKey) > 0);
		return [...Object.values(groupBy(own, 'SoPrimaryKey')), ...others.map((one) => [one])].map(
			(entries) => toItem(entries, call.entity.id),
		);
	},
});
