import type { Json, JsonObject } from '../shared/json';
import type { RequestOptions } from '../shared/options';
import type { ApiRequest } from '../shared/transport/session';
import type { ItemCall } from './operation';
import type { ErrorNotes } from './record';

/** A call of the entity's agent, such as `Move`. */
const agentRequest = (entity: string, name: string, { headers, timeout }: RequestOptions) =>
	({ method: 'POST', path: `Agents/${entity}/${name}`, headers, timeout }) as const;

/**
 * Calls a method of the entity's agent that changes something. A null response means that the
 * record does not exist, and is an error.
 * @param expect what has to come back
 * @param errorNotes where the call is not the operation's own
 */
export async function callAgent(
	{ entity, request }: ItemCall,
	options: RequestOptions,
	name: string,
	expect: ApiRequest['expect'],
	body?: JsonObject,
	query?: Record<string, string>,
	errorNotes?: ErrorNotes,
): Promise<Json> {
	const asked = { ...agentRequest(entity.name, name, options), query, body, expect };
	return await request({ ...asked, ...errorNotes });
}

/**
 * Calls a method of the entity's agent that is read-only, and therefore retried.
 * @param errorNotes where the call is not the operation's own
 */
export async function queryAgent(
	{ entity, request }: ItemCall,
	options: RequestOptions,
	name: string,
	expect: ApiRequest['expect'],
	body: JsonObject,
	errorNotes?: ErrorNotes,
): Promise<Json> {
	const asked = { ...agentRequest(entity.name, name, options), body, expect, readsOnly: true };
	return await request({ ...asked, ...errorNotes });
}
