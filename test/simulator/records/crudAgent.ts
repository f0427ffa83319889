import type { FastifyInstance, FastifyRequest } from 'fastify';

import { callsOf, numberInQuery } from '../engine/calls';
import { bodyArgument, clockOf, localeOf } from '../engine/requests';
import type { Value } from '../tenant/carriers';
import type { Data } from '../tenant/data';
import { defaultEntity, findEntity } from './entity';
import type { Kind } from './kind';
import { deleteEntity } from './recycle';
import { postEntity, validateEntity } from './save';

/**
 * Adds the agent calls that all kinds of records have (OpenAPI files). A record that is not there is
 * null, and its deletion changes nothing: a guess, as with appointments.
 */
export function addCrudAgent(
	app: FastifyInstance,
	agents: string,
	kind: Kind,
	data: () => Data,
): void {
	const { name } = kind;
	const { entity, value, nothing } = callsOf(app, `${agents}/${name}`);
	const idIn = (request: FastifyRequest) => numberInQuery(request, `${name}EntityId`);
	entity(`CreateDefault${name}Entity`, () => defaultEntity(kind, data()));
	entity(`Get${name}Entity`, (request) => findEntity(kind, data(), idIn(request)));
	entity(`Save${name}Entity`, (request) =>
		postEntity(kind, data(), request.body as Value | undefined, clockOf(request)),
	);
	nothing(`Delete${name}Entity`, (request) => {
		if (kind.has(data(), idIn(request))) deleteEntity(kind, data(), idIn(request));
	});
	value(`Validate${name}Entity`, (request) =>
		validateEntity(
			kind,
			data(),
			bodyArgument(request, `${name}Entity`),
			clockOf(request),
			localeOf(request),
		),
	);
}
