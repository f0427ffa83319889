import type { FastifyInstance, FastifyRequest } from 'fastify';

import { callsOf, idsArgument, numberArgument, numberInQuery, textArgument } from '../engine/calls';
import { badArgument } from '../engine/failures';
import { bodyArgument, clockOf, presentAt } from '../engine/requests';
import { typeOf } from '../lists/ticketItems';
import { completeEntity, defaultEntity, findEntity } from '../records/entity';
import { deleteEntity } from '../records/recycle';
import { postEntity } from '../records/save';
import type { Carrier, Value } from '../tenant/carriers';
import type { Data } from '../tenant/data';
import * as changes from './changes';
import { attachmentsOf, messagesOf } from './messages';
import { notify } from './notifications';
import { ticketDefaults, TICKET } from './ticketKind';
import { ticket } from './ticketReferences';

const idsIn = (request: FastifyRequest) =>
	idsArgument(bodyArgument(request, 'TicketIds'), 'TicketIds');
const idIn = (request: FastifyRequest) => numberArgument(request, 'TicketEntityId');

/** Adds the calls that read, save and delete requests; what is not there is null, a guess. */
function addRecords(app: FastifyInstance, agent: string, data: () => Data): void {
	const { entity, value, nothing } = callsOf(app, agent);
	const find = (id: number) => findEntity(TICKET, data(), id);
	const save = (request: FastifyRequest, sent: Value | undefined, isTold: boolean) => {
		const saved = postEntity(TICKET, data(), sent, clockOf(request));
		if (isTold) notify(data(), Number(saved.TicketId), 'ticket');
		return saved;
	};
	entity('CreateDefaultTicketEntity', () => defaultEntity(TICKET, data()));
	entity('CreateDefaultForTicketType', (request) => {
		const typeId = numberArgument(request, 'TicketTypeId');
		if (!typeOf(typeId)) throw badArgument(`TicketType id ${typeId} not found`);
		const blank = defaultEntity(TICKET, data());
		return completeEntity(TICKET, data(), { ...blank, ...ticketDefaults(data(), typeId) });
	});
	entity('GetTicketEntity', (request) => find(numberInQuery(request, 'ticketEntityId')));
	// Nobody is told (OpenAPI file).
	entity('SaveTicketEntity', (request) => save(request, request.body as Value | undefined, false));
	entity('SaveTicketEntityWithNotify', (request) => {
		const isTold = bodyArgument(request, 'Notify') === true;
		return save(request, bodyArgument(request, 'NewEntity'), isTold);
	});
	nothing('DeleteTicketEntity', (request) => {
		if (TICKET.has(data(), idIn(request))) deleteEntity(TICKET, data(), idIn(request));
	});
	entity('GetTicket', (request) => ticket.find(data(), numberInQuery(request, 'ticketId')));
	value('GetTickets', (request) =>
		presentAt(
			request,
			idsIn(request).flatMap((id): Carrier[] => {
				const found = ticket.find(data(), id);
				return found ? [found] : [];
			}),
		),
	);
	value('GetTicketAttachments', (request) =>
		messagesOf(data(), idIn(request)).flatMap((message) => attachmentsOf(data(), message)),
	);
	entity('MergeTickets', (request) => {
		const name = 'SecondaryTicketIds';
		const secondary = idsArgument(bodyArgument(request, name), name);
		changes.checkTickets(data(), secondary);
		const { TicketId } = save(request, bodyArgument(request, 'MergedTicketEntity'), false);
		changes.mergeTickets(data(), Number(TicketId), secondary);
		return find(Number(TicketId));
	});
}

/** Adds the agent's calls on requests. */
export function addTicketAgent(app: FastifyInstance, agent: string, data: () => Data): void {
	addRecords(app, agent, data);
	const { entity, value, nothing } = callsOf(app, agent);
	value('SetDeletedStatusByIds', (request) =>
		changes.setBaseStatus(data(), idsIn(request), 'Deleted'),
	);
	value('SetSpamStatusByIds', (request) => changes.setBaseStatus(data(), idsIn(request), 'Spam'));
	nothing('UndeleteByIds', (request) => {
		changes.setBaseStatus(data(), idsIn(request), 'Active');
	});
	nothing('AcceptTickets', (request) => changes.acceptTickets(data(), idsIn(request)));
	value('UpdateTicketsReadStatus', (request) =>
		changes.setReadStatus(data(), idsIn(request), textArgument(request, 'NewStatus')),
	);
	entity('SetTicketReadByOwner', (request) => {
		changes.readByOwner(data(), idIn(request), textArgument(request, 'ReadStatus'));
		return findEntity(TICKET, data(), idIn(request));
	});
	entity('ProcessTicketWhenRead', (request) => {
		changes.readByOwner(data(), idIn(request), 'Green');
		return findEntity(TICKET, data(), idIn(request));
	});
	value('ResolveTicketId', (request) =>
		changes.resolveTicket(data(), numberArgument(request, 'TicketId')),
	);
	nothing('NotifyNewTicket', (request) => notify(data(), idIn(request), 'ticket'));
	nothing('NotifyNewTicketMessage', (request) => notify(data(), idIn(request), 'message'));
}
