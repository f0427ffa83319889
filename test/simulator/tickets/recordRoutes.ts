import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';

import { LISTS_OF } from '../archives/ofRecord';
import {
	clockOf,
	parametersOf,
	present,
	presentEntity,
	responseFormatOf,
} from '../engine/requests';
import { defaultEntity } from '../records/entity';
import type { Kind } from '../records/kind';
import { deleteEntity } from '../records/recycle';
import { mustFind } from '../records/routes';
import { patchEntity, postEntity, putEntity, type Change } from '../records/save';
import type { Carrier, Value } from '../tenant/carriers';
import type { Data } from '../tenant/data';

export type ById = FastifyRequest<{ Params: { id: string } }>;

/** What is done after a save that a client wants to be told of. */
export type Told = (data: Data, entity: Carrier) => void;

const wantsNotice = (request: FastifyRequest) =>
	parametersOf(request).notify?.toLowerCase() === 'true';

/**
 * Adds the REST calls that requests and messages have: they know nothing of 304, 412 and Validate, and
 * only a request that is read has links (OpenAPI files).
 */
export function addRecordRoutes(
	app: FastifyInstance,
	api: string,
	kind: Kind,
	data: () => Data,
	tell: Told,
): void {
	const address = `${api}/${kind.name}`;
	const find = ({ params: { id } }: ById) => mustFind(kind, data(), id);
	const bodyOf = (request: FastifyRequest) => request.body as Value | undefined;
	const answer = (request: FastifyRequest, entity: Carrier) => {
		if (wantsNotice(request)) tell(data(), entity);
		return presentEntity(request, entity);
	};
	const change = (request: ById, make: Change) =>
		answer(request, make(kind, data(), find(request), bodyOf(request), clockOf(request)));
	app.get(`${address}/default`, (request) => presentEntity(request, defaultEntity(kind, data())));
	app.post(address, (request) =>
		answer(request, postEntity(kind, data(), bodyOf(request), clockOf(request))),
	);
	app.get(`${address}/:id`, (request: ById) => {
		const stored = find(request);
		const hasKeys = parametersOf(request).fk?.toLowerCase() === 'true';
		const keys = hasKeys ? data().recordKeys[kind.name].get(Number(stored[kind.id])) : {};
		const whole = { ...stored, ExtraFields: { ...(stored.ExtraFields as Carrier), ...keys } };
		return kind.name === 'Ticket'
			? present(request, whole, 'Ticket')
			: presentEntity(request, whole);
	});
	app.put(`${address}/:id`, (request: ById) => change(request, putEntity));
	app.patch(`${address}/:id`, (request: ById) => change(request, patchEntity));
	app.delete(`${address}/:id`, async (request: ById, reply: FastifyReply) => {
		deleteEntity(kind, data(), Number(find(request)[kind.id]));
		return await reply.code(204).send();
	});
	for (const [list, read] of Object.entries(LISTS_OF[kind.name])) {
		app.get(`${address}/:id/${list}`, (request: ById) => {
			const id = Number(find(request)[kind.id]);
			const context = { ...responseFormatOf(request), data: data() };
			return read(id, `${kind.name}/${id}/${list}`, parametersOf(request), context);
		});
	}
	app.get(`${address}/:id/ForeignKey`, (request: ById) => {
		const stored = find(request);
		return data().recordKeys[kind.name].get(Number(stored[kind.id])) ?? {};
	});
}
