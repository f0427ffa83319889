import type { FastifyInstance } from 'fastify';

import { presentAt } from '../engine/requests';
import { mustFind } from '../records/routes';
import type { Data } from '../tenant/data';
import { attachmentsOf, messagesOf } from './messages';
import { notify } from './notifications';
import { addRecordRoutes, type ById } from './recordRoutes';
import { TICKET } from './ticketKind';
import { ticket } from './ticketReferences';

/** Adds the REST calls on requests. */
export function addTicketRoutes(app: FastifyInstance, api: string, data: () => Data): void {
	const address = `${api}/Ticket`;
	const idIn = ({ params: { id } }: ById) => Number(mustFind(TICKET, data(), id).TicketId);
	addRecordRoutes(app, api, TICKET, data, (all, { TicketId }) =>
		notify(all, Number(TicketId), 'ticket'),
	);
	app.get(`${address}/:id/Simple`, (request: ById) =>
		presentAt(request, ticket.find(data(), idIn(request)) ?? null),
	);
	app.get(`${address}/:id/Attachments`, (request: ById) =>
		messagesOf(data(), idIn(request)).flatMap((message) => attachmentsOf(data(), message)),
	);
	for (const [call, what] of [
		['NotifyNewTicket', 'ticket'],
		['NotifyNewMessage', 'message'],
	] as const) {
		app.post(`${address}/:id/${call}`, async (request: ById, reply) => {
			notify(data(), idIn(request), what);
			return await reply.code(204).send();
		});
	}
}
