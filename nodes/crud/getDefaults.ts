import cloneDeep from 'lodash/cloneDeep';

import type { JsonObject } from '../shared/json';
import { optionsForm } from '../shared/optionsForm';
import { outputOptions } from '../shared/output';
import { defaultsRequest } from './body/defaults';
import type { Operation } from './operation';
import { readResponseOptions } from './responseOptions';

/** GET /api/v1/{entity}/default. */
export const getDefaults: Operation = {
	label: 'Get Defaults',
	action: 'Get defaults of {record}',
	description: 'Retrieve what SuperOffice fills in for a new {record}, without saving one',
	properties: [optionsForm(...outputOptions)],
	async execute(call) {
		const { options, output } = readResponseOptions(call);
		const { headers, timeout } = options;
		const request = { ...defaultsRequest(call.entity, {}), query: output.query, headers, timeout };
		// Cloned, as a later node may change the item.
		return await output.shape(cloneDeep(await call.lookUp(request)) as JsonObject);
	},
};
