import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';

import { checkUnmodified, isUnchanged } from '../engine/conditions';
import { notFound } from '../engine/failures';
import { LISTS_OF } from '../archives/ofRecord';
import {
	clockOf,
	localeOf,
	parametersOf,
	present,
	presentAt,
	responseFormatOf,
} from '../engine/requests';
import type { Carrier, Value } from '../tenant/carriers';
import type { Data } from '../tenant/data';
import { defaultEntity, findEntity } from './entity';
import type { Kind } from './kind';
import { deleteEntity } from './recycle';
import { patchEntity, postEntity, putEntity, validateEntity, type Change } from './save';

type ById = FastifyRequest<{ Params: { id: string } }>;

/**
 * A record by its number.
 * @throws Failure 404 for one that is not there
 */
export function mustFind(kind: Kind, data: Data, id: string): Carrier {
	const found = findEntity(kind, data, Number(id));
	if (!found) throw notFound(`${kind.name} id ${id}`);
	return found;
}

/** A record with its foreign keys among the extra fields. */
function withForeignKeys({ name, id }: Kind, { recordKeys }: Data, stored: Carrier): Carrier {
	const keys = recordKeys[name].get(Number(stored[id]));
	return { ...stored, ExtraFields: { ...(stored.ExtraFields as Carrier), ...keys } };
}

/** Adds the REST calls that all kinds of records have. */
export function addEntityRoutes(
	app: FastifyInstance,
	api: string,
	kind: Kind,
	data: () => Data,
): void {
	const address = `${api}/${kind.name}`;
	const find = ({ params: { id } }: ById) => mustFind(kind, data(), id);
	const what = ({ params: { id } }: ById) => `${kind.name} id ${id}`;
	const change = (request: ById, make: Change) => {
		const stored = find(request);
		checkUnmodified(stored, request.headers, what(request));
		const body = request.body as Value | undefined;
		return present(request, make(kind, data(), stored, body, clockOf(request)), kind.name);
	};
	app.get(`${address}/default`, (request) =>
		present(request, defaultEntity(kind, data()), kind.name),
	);
	app.post(address, (request) =>
		present(
			request,
			postEntity(kind, data(), request.body as Value | undefined, clockOf(request)),
			kind.name,
		),
	);
	app.post(`${address}/Validate`, (request) =>
		validateEntity(
			kind,
			data(),
			request.body as Value | undefined,
			clockOf(request),
			localeOf(request),
		),
	);
	app.get(`${address}/:id`, (request: ById, reply: FastifyReply) => {
		const stored = find(request);
		if (isUnchanged(stored, request.headers)) return reply.code(304).send();
		const hasKeys = parametersOf(request).fk?.toLowerCase() === 'true';
		return present(request, hasKeys ? withForeignKeys(kind, data(), stored) : stored, kind.name);
	});
	if (!kind.noSimple) {
		app.get(`${address}/:id/Simple`, (request: ById) => {
			const id = Number(find(request)[kind.id]);
			return presentAt(request, data()[kind.list].get(id) ?? null);
		});
	}
	app.put(`${address}/:id`, (request: ById) => change(request, putEntity));
	app.patch(`${address}/:id`, (request: ById) => change(request, patchEntity));
	app.delete(`${address}/:id`, (request: ById, reply: FastifyReply) => {
		checkUnmodified(find(request), request.headers, what(request));
		deleteEntity(kind, data(), Number(request.params.id));
		return reply.code(204).send();
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
