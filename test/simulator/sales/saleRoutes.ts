import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';

import { presentAt } from '../engine/requests';
import { isNumberValid } from '../records/numbers';
import { mustFind } from '../records/routes';
import type { Data } from '../tenant/data';
import { nextDueDate, recalculateDueDates } from './dueDates';
import { SALE } from './saleKind';
import { typeOf } from './saleRules';

type ById = FastifyRequest<{ Params: { id: string } }>;
type Numbered = { Params: { id: string; number: string } };

/** Adds the REST calls that only sales have (OpenAPI file). */
export function addSaleRoutes(app: FastifyInstance, api: string, data: () => Data): void {
	const address = `${api}/Sale`;
	const seedOf = ({ params: { id } }: ById) => {
		mustFind(SALE, data(), id);
		return data().sales.seeds.get(Number(id));
	};
	const send = async (reply: FastifyReply, value: unknown) =>
		await reply.type('application/json').send(JSON.stringify(value));
	app.get(
		`${address}/:id/HasGuide`,
		async (request: ById, reply: FastifyReply) =>
			await send(reply, typeOf(seedOf(request)?.typeId ?? 0)?.hasGuide ?? false),
	);
	app.get(`${address}/:id/NextDueDate`, async (request: ById, reply: FastifyReply) => {
		const date = nextDueDate(data(), seedOf(request)?.id ?? 0);
		return await send(reply, presentAt(request, date, ['NextDueDate']));
	});
	app.post(`${address}/NextDueDate`, async (_request, reply) => {
		recalculateDueDates(data());
		return await reply.code(204).send();
	});
	// The number is the sale's own, though the address calls it contactId (OpenAPI file).
	app.get<Numbered>(`${address}/:id/IsNumberValid/:number`, async (request, reply) => {
		const { id, number } = request.params;
		return await send(reply, isNumberValid(data(), 'Sale', Number(id), number));
	});
}
