import type { Json, JsonObject } from '../shared/json';
import type { RequestOptions } from '../shared/options';
import type { ApiRequest } from '../shared/transport/request';
import type { ItemCall } from './operation';

/** A call of the entity's agent, such as `Move`. */
const atAgent = (entity: string, name: string, { headers, timeout }: RequestOptions) =>
	({ method: 'POST', path: `Agents/${entity}/${name}`, headers, timeout }) as const;

/**
 * Calls SuperOffice's agent of the entity. Where its answer is null, the record is not there, which
 * is an error like any other refusal.
 * @param expect what has to come back
 */
export async function callAgent(
	{ entity, request }: ItemCall,
	options: RequestOptions,
	name: string,
	expect: ApiRequest['expect'],
	body?: JsonObject,
	query?: Record<string, string>,
): Promise<Json> {
	return await request({ ...atAgent(entity.name, name, options), query, body, expect });
}

/**
 * Asks the agent what changes nothing, so that a failed call may be made again.
 * @param circumstances where the call is not the operation's own
 */
export async function askAgent(
	{ entity, request }: ItemCall,
	options: RequestOptions,
	name: string,
	expect: ApiRequest['expect'],
	body: JsonObject,
	circumstances?: Pick<ApiRequest, 'purpose' | 'alreadyDone'>,
): Promise<Json> {
	const asked = { ...atAgent(entity.name, name, options), body, expect, readsOnly: true };
	return await request({ ...asked, ...circumstances });
}
