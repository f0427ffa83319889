import type { IDataObject } from 'n8n-workflow';
import cloneDeep from 'lodash/cloneDeep';

import type { JsonObject } from '../shared/json';
import { optionsForm } from '../shared/optionsForm';
import { outputOptions } from '../shared/output';
import { defaultsRequest } from './body/defaults';
import type { ItemCall, Operation } from './operation';
import { readResponseOptions, type ResponseOptions } from './responseOptions';

/**
 * SuperOffice's defaults of a new record, as they come out.
 * @param given what they depend on
 */
export async function readDefaults(
	call: ItemCall,
	{ options: { headers, timeout }, output }: ResponseOptions,
	given: JsonObject,
): Promise<IDataObject> {
	const request = { ...defaultsRequest(call.entity, given), query: output.query, headers, timeout };
	// Cloned, as a later node may change the item.
	return await output.shape(cloneDeep(await call.lookUp(request)) as JsonObject);
}

/** GET /api/v1/{entity}/default. */
export const getDefaults: Operation = {
	label: 'Get Defaults',
	action: 'Get defaults of {record}',
	description: 'Retrieve what SuperOffice fills in for a new {record}, without saving one',
	properties: [optionsForm(...outputOptions)],
	execute: async (call) => await readDefaults(call, readResponseOptions(call), {}),
};
