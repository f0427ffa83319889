import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';

import { badArgument } from '../engine/failures';
import { bodyArgument } from '../engine/requests';
import type { Data } from '../tenant/data';
import { checkEntry, selectChoices, selectedIn } from './choices';
import { findEntity, updateEntity } from './entity';
import type { Kind } from './kind';
import { undelete } from './recycle';

function idsIn(request: FastifyRequest, name: string): number[] {
	const ids = bodyArgument(request, name) ?? [];
	if (!Array.isArray(ids)) throw badArgument(`${name} is not a list`);
	return ids.map(Number);
}

/** Selects and clears interests; a number in both lists is refused (OpenAPI file). */
function updateInterests(kind: Kind, data: Data, request: FastifyRequest): void {
	const id = Number(bodyArgument(request, kind.id) ?? 0);
	const stored = findEntity(kind, data, id);
	if (!stored) throw badArgument(`${kind.name} id ${id} not found`);
	const [on, off] = [idsIn(request, 'EnableInterestIds'), idsIn(request, 'DisableInterestIds')];
	const { Interests: choices } = kind.choices;
	for (const one of [...on, ...off]) checkEntry('Interests', choices, one);
	if (on.some((one) => off.includes(one))) throw badArgument('An interest is in both lists');
	const known = [...selectedIn(stored.Interests).keys()].filter((one) => !off.includes(one));
	const ids = [...new Set([...known, ...on])];
	const Interests = selectChoices(data, choices, stored.Interests, ids);
	updateEntity(kind, data, { ...stored, Interests });
}

/** Adds the agent calls that companies and persons have. Unknown records are refused with 400: a guess. */
export function addEntityAgent(
	app: FastifyInstance,
	agents: string,
	kind: Kind,
	data: () => Data,
): void {
	const agent = `${agents}/${kind.name}`;
	app.post(`${agent}/Undelete`, async (request, reply: FastifyReply) => {
		const id = Number(bodyArgument(request, 'Id') ?? 0);
		if (!kind.has(data(), id)) throw badArgument(`${kind.name} id ${id} not found`);
		undelete(kind, data(), id);
		return await reply.code(204).send();
	});
	app.post(`${agent}/UpdateInterests`, async (request, reply: FastifyReply) => {
		updateInterests(kind, data(), request);
		return await reply.code(204).send();
	});
}
