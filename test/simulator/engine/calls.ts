import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';

import type { Carrier, Value } from '../tenant/carriers';
import { readValue } from './body';
import { badArgument } from './failures';
import { bodyArgument, clockOf, parametersOf, presentEntity } from './requests';

/** How the calls of an agent are added: POST, whatever they do. */
export interface Calls {
	/** A call that answers a record, or null where there is none. */
	entity(name: string, call: (request: FastifyRequest) => Carrier | undefined): void;
	/** A call that answers something else. */
	value(name: string, call: (request: FastifyRequest) => Value): void;
	/** A call that answers nothing. */
	nothing(name: string, call: (request: FastifyRequest) => void): void;
}

export function callsOf(app: FastifyInstance, agent: string): Calls {
	const send = async (reply: FastifyReply, value: Value) =>
		await reply.type('application/json').send(JSON.stringify(value));
	return {
		entity: (name, call) =>
			void app.post(`${agent}/${name}`, async (request, reply) => {
				const found = call(request);
				return await send(reply, found ? presentEntity(request, found) : null);
			}),
		value: (name, call) =>
			void app.post(`${agent}/${name}`, async (request, reply) => await send(reply, call(request))),
		nothing: (name, call) =>
			void app.post(`${agent}/${name}`, async (request, reply) => {
				call(request);
				return await reply.code(204).send();
			}),
	};
}

/** A number in the body of a call; 0 for none. */
export const numberArgument = (request: FastifyRequest, name: string): number =>
	Number(bodyArgument(request, name) ?? 0);

/** A text in the body of a call; "" for none. */
export const textArgument = (request: FastifyRequest, name: string): string =>
	String(bodyArgument(request, name) ?? '');

/** A number in the address of a call; 0 for none. */
export const numberInQuery = (request: FastifyRequest, name: string): number =>
	Number(parametersOf(request)[name.toLowerCase()] ?? 0);

/**
 * A list of numbers in the body of a call.
 * @throws Failure 400, a guess, for what is none
 */
export function idsArgument(value: Value | undefined, name: string): number[] {
	if (!Array.isArray(value)) throw badArgument(`${name} is not a list`);
	return value.map(Number);
}

/**
 * A date in the body of a call, as it is stored.
 * @throws Failure 400, a guess, for none
 */
export function dateArgument(request: FastifyRequest, name: string): string {
	const given = bodyArgument(request, name);
	if (typeof given !== 'string') throw badArgument(`${name} is missing`);
	return String(readValue(given, ['StartDate'], clockOf(request)));
}
