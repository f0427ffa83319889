import type { INodeProperties, INodePropertyOptions } from 'n8n-workflow';

import { oneOf } from '../shared/fields/enumeration';
import { spotOf } from '../shared/fields/parameter';
import type { Json, JsonObject } from '../shared/json';
import type { RequestOptions } from '../shared/options';
import type { ApiRequest } from '../shared/transport/request';
import type { ItemCall } from './operation';

/** A call of the appointment agent, such as `Move`. */
const atAgent = (name: string, { headers, timeout }: RequestOptions) =>
	({ method: 'POST', path: `Agents/Appointment/${name}`, headers, timeout }) as const;

/**
 * Calls SuperOffice's appointment agent. Where its answer is null, the record is not there, which
 * is an error like any other refusal.
 * @param expect what has to come back
 */
export async function callAgent(
	{ request }: ItemCall,
	options: RequestOptions,
	name: string,
	expect: ApiRequest['expect'],
	body?: JsonObject,
	query?: Record<string, string>,
): Promise<Json> {
	return await request({ ...atAgent(name, options), query, body, expect });
}

/**
 * Asks the appointment agent what changes nothing, so that a failed call may be made again.
 * @param circumstances where the call is not the operation's own
 */
export async function askAgent(
	{ request }: ItemCall,
	options: RequestOptions,
	name: string,
	expect: ApiRequest['expect'],
	body: JsonObject,
	circumstances?: Pick<ApiRequest, 'purpose' | 'alreadyDone'>,
): Promise<Json> {
	const asked = { ...atAgent(name, options), body, expect, readsOnly: true };
	return await request({ ...asked, ...circumstances });
}

/** What a change of one appointment does to the others of its series (RecurrenceUpdateMode). */
export const UPDATE_MODE: INodeProperties = {
	displayName: 'Series',
	name: 'updateMode',
	type: 'options',
	options: [
		{
			name: 'Only This Appointment',
			value: 'OnlyThis',
			description: 'The others of a series stay as they are',
		},
		{
			name: 'This and the Following',
			value: 'ThisAndForward',
			description: 'This appointment and the later ones of its series',
		},
	],
	default: 'OnlyThis',
	description: 'What happens to the other appointments of a series; without one it changes nothing',
};

/** The same where a series can be ended, too. */
export const SERIES_MODE: INodeProperties = {
	...UPDATE_MODE,
	options: [
		...(UPDATE_MODE.options ?? []),
		{
			name: 'Stop the Series Here',
			value: 'StopRecurrence',
			description: 'This appointment stays, the following ones go',
		},
	],
};

/**
 * The update mode of an item.
 * @param offered the operation's own control, UPDATE_MODE or SERIES_MODE
 * @throws FieldError for a mode that the control does not offer
 */
export function readUpdateMode({ read }: ItemCall, offered: INodeProperties): string {
	const modes = (offered.options as INodePropertyOptions[]).map(({ value }) => String(value));
	return oneOf(modes, read(offered.name), spotOf(offered));
}
