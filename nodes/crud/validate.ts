import { usesMapper } from '../shared/customFields/mapper';
import { isRecord, type JsonObject } from '../shared/json';
import { readOptions, plainValueHeaders, type RequestOptions } from '../shared/options';
import { optionsForm } from '../shared/optionsForm';
import type { ItemCall, Operation } from './operation';
import { readNewBody } from './body/readBody';
import { createForm, newRecordOptions } from './body/bodyForm';

/**
 * SuperOffice's validation messages for a record, by property or custom field key; empty if it is
 * valid. The keys are not documented.
 */
export async function validationMessages(
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
	const messages = isRecord(answer) ? Object.entries(answer) : [];
	return Object.fromEntries(messages.map(([key, message]) => [key, String(message)]));
}

/** POST /api/v1/{entity}/Validate. */
export const validate: Operation = {
	label: 'Validate',
	action: 'Validate {record}',
	description: 'Check whether SuperOffice would save {a record}, without saving it',
	properties: (entity) => [...createForm(entity), optionsForm(...newRecordOptions)],
	async execute(call) {
		const options = readOptions(call.read, call.workflowZone);
		if (usesMapper(call.read)) options.headers = plainValueHeaders(options.headers);
		const messages = await validationMessages(call, await readNewBody(call, options), options);
		return { valid: Object.keys(messages).length === 0, messages };
	},
};
