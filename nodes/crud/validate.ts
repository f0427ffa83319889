import { USE_TYPED } from '../shared/customFields/mapper';
import { isRecord, type JsonObject } from '../shared/json';
import { isOn } from '../shared/fields/parameter';
import { readOptions, withPlainValues, type RequestOptions } from '../shared/options';
import { optionsProperty } from '../shared/optionsForm';
import type { ItemCall, Operation } from './operation';
import { readNew } from './body/read';
import { createForm } from './body/form';

/**
 * What SuperOffice has against a record, by property or key of a custom field; empty when it
 * is ready to be saved. What the keys are is documented nowhere.
 */
export async function complaintsAbout(
	{ entity, request }: ItemCall,
	body: JsonObject | string,
	{ headers, timeout }: Pick<RequestOptions, 'headers' | 'timeout'>,
): Promise<Record<string, string>> {
	const answer = await request({
		method: 'POST',
		path: `${entity.name}/Validate`,
		headers,
		timeout,
		body,
		expect: 'dictionary',
		readsOnly: true,
	});
	const complaints = isRecord(answer) ? Object.entries(answer) : [];
	return Object.fromEntries(complaints.map(([key, message]) => [key, String(message)]));
}

/** POST /api/v1/{entity}/Validate. */
export const validate: Operation = {
	label: 'Validate',
	action: 'Validate {a record}',
	description: 'Check whether {a record} could be saved, without saving it',
	properties: (entity) => [...createForm(entity), optionsProperty],
	async execute(call) {
		const options = readOptions(call.read, call.workflowZone);
		if (isOn(call.read, USE_TYPED)) options.headers = withPlainValues(options.headers);
		const messages = await complaintsAbout(call, await readNew(call, options), options);
		return { valid: Object.keys(messages).length === 0, messages };
	},
};
