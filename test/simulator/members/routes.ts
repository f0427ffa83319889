import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';

import { readBody } from '../engine/body';
import { badArgument, notFound } from '../engine/failures';
import { patchedProperties } from '../engine/patchedProperties';
import { clockOf, parametersOf, presentAt, responseFormatOf } from '../engine/requests';
import { select } from '../engine/present';
import { isCarrier } from '../engine/values';
import type { Carrier, Value } from '../tenant/carriers';
import type { Data } from '../tenant/data';
import type { MemberSeed } from '../tenant/workCarriers';
import type { RowKind } from './rowKind';
import { acceptRow, blankRow, saveRow, storeRow } from './rows';

type ById = FastifyRequest<{ Params: { id: string } }>;

/**
 * A row as a client sent it.
 * @throws Failure 400, a guess, for what is none
 */
export function rowIn(request: FastifyRequest, kind: RowKind, value: Value | undefined): Carrier {
	if (!isCarrier(value)) throw badArgument(`A ${kind.name} is missing`);
	return readBody(value, [kind.id], clockOf(request));
}

/** Adds the REST calls on rows, which know nothing of 304 and 412 (OpenAPI files). */
export function addRowRoutes(
	app: FastifyInstance,
	api: string,
	kind: RowKind,
	data: () => Data,
): void {
	const address = `${api}/${kind.name}`;
	const find = ({ params: { id } }: ById) => {
		const found = data()[kind.list].seeds.get(Number(id));
		if (!found) throw notFound(`${kind.name} id ${id}`);
		return found;
	};
	const answer = (request: FastifyRequest, row: MemberSeed): Carrier => {
		const { $select } = parametersOf(request);
		const all = `${responseFormatOf(request).root}/api/v1/${kind.name}`;
		const links = row.id !== 0 && { _Links: { Self: `${all}/${row.id}`, Archive: all } };
		const written = presentAt(request, kind.write(data(), row)) as Carrier;
		return select({ ...written, ...links }, $select);
	};
	const body = (request: FastifyRequest) => rowIn(request, kind, request.body as Value | undefined);
	app.get(`${address}/default`, (request) => answer(request, blankRow()));
	app.post(address, (request) => answer(request, saveRow(data(), kind, body(request))));
	app.get(`${address}/:id`, (request: ById) => answer(request, find(request)));
	// What the body lacks is cleared, as by the PUT of other records.
	app.put(`${address}/:id`, (request: ById) => {
		const { id, rank, registered } = find(request);
		const before = { ...blankRow(), id, rank, registered };
		const row = acceptRow(data(), kind, before, body(request));
		return answer(request, storeRow(data(), kind, row));
	});
	app.patch(`${address}/:id`, (request: ById) => {
		const before = find(request);
		const stored = kind.write(data(), before);
		const sent = patchedProperties(stored, request.body as Value | undefined, clockOf(request));
		return answer(request, storeRow(data(), kind, acceptRow(data(), kind, before, sent)));
	});
	app.delete(`${address}/:id`, async (request: ById, reply: FastifyReply) => {
		data()[kind.list].delete(find(request).id);
		return await reply.code(204).send();
	});
}
