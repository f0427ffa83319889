import type { FastifyInstance, FastifyRequest } from 'fastify';

import { connect, disconnect } from '../attachments/connect';
import { callsOf, idsArgument, numberArgument, numberInQuery, textArgument } from '../engine/calls';
import { badArgument } from '../engine/failures';
import { bodyArgument, clockOf, presentAt } from '../engine/requests';
import { bodyValue } from '../engine/values';
import { defaultEntity, findEntity, updateEntity } from '../records/entity';
import { deleteEntity } from '../records/recycle';
import { postEntity } from '../records/save';
import type { Carrier, Value } from '../tenant/carriers';
import type { Data } from '../tenant/data';
import { MESSAGE } from './messageKind';
import { attachmentsOf, messagesOf, repliedNow, touchTicket } from './messages';
import { notify } from './notifications';
import { sendMessage } from './send';
import { simpleMessage } from './simpleMessage';

const idIn = (request: FastifyRequest) => numberArgument(request, 'TicketMessageEntityId');
const filesIn = (request: FastifyRequest) =>
	idsArgument(bodyArgument(request, 'AttachmentIds') ?? [], 'AttachmentIds');

const textsIn = (value: Value | undefined): string[] =>
	Array.isArray(value) ? value.map(String) : [];

/** Saves a message as a call of the agent wants it; files that are none are refused before, a guess. */
function save(data: Data, request: FastifyRequest, sent: Value | undefined): Carrier {
	const files = filesIn(request);
	const missing = files.find((id) => !data.attachments.seeds.has(id));
	if (missing !== undefined) throw badArgument(`Attachment id ${missing} not found`);
	const saved = postEntity(MESSAGE, data, sent, clockOf(request));
	const id = Number(saved.EjMessageId);
	connect(data, id, files);
	const ticketId = data.ticketMessages.seeds.get(id)?.ticketId ?? 0;
	if (bodyArgument(request, 'Notify') === true) notify(data, ticketId, 'message');
	return findEntity(MESSAGE, data, id) ?? saved;
}

/** Saves a message, which sets when its request was replied to only as the call says: a guess. */
function saveWithOptions(data: Data, request: FastifyRequest): Carrier {
	const sent = bodyArgument(request, 'Entity');
	const ticketId = Number(bodyValue(bodyValue(sent, 'Ticket'), 'TicketId') ?? 0);
	const before = data.tickets.seeds.get(ticketId)?.repliedAt;
	const saved = save(data, request, sent);
	const isReplied = bodyArgument(request, 'UpdateRepliedAt') === true;
	touchTicket(data, ticketId, (seed, now) =>
		isReplied ? repliedNow(seed, now) : { repliedAt: before ?? seed.repliedAt },
	);
	return findEntity(MESSAGE, data, Number(saved.EjMessageId)) ?? saved;
}

function addRecords(app: FastifyInstance, agent: string, data: () => Data): void {
	const { entity, value, nothing } = callsOf(app, agent);
	entity('CreateDefaultTicketMessageEntity', () => defaultEntity(MESSAGE, data()));
	entity('GetTicketMessageEntity', (request) =>
		findEntity(MESSAGE, data(), numberInQuery(request, 'ticketMessageEntityId')),
	);
	entity('GetTicketMessage', (request) => {
		const id = numberInQuery(request, 'ticketMessageId');
		const seed = data().ticketMessages.seeds.get(id);
		return seed && simpleMessage(data(), seed);
	});
	// That no numbers mean all messages of the request is a guess.
	value('GetTicketMessageEntities', (request) => {
		const ids = idsArgument(bodyArgument(request, 'MessageIds') ?? [], 'MessageIds');
		const found = messagesOf(data(), numberArgument(request, 'TicketId'))
			.filter(({ id }) => ids.length === 0 || ids.includes(id))
			.map(({ id }) => findEntity(MESSAGE, data(), id) ?? null);
		return presentAt(request, found);
	});
	entity('SaveTicketMessageEntity', (request) =>
		postEntity(MESSAGE, data(), request.body as Value | undefined, clockOf(request)),
	);
	entity('SaveTicketMessageEntityWithNotify', (request) =>
		save(data(), request, bodyArgument(request, 'NewEntity')),
	);
	entity('SaveTicketMessageEntityWithOptions', (request) => saveWithOptions(data(), request));
	nothing('DeleteTicketMessageEntity', (request) => {
		if (MESSAGE.has(data(), idIn(request))) deleteEntity(MESSAGE, data(), idIn(request));
	});
}

/** Adds the agent's calls on messages. */
export function addMessageAgent(app: FastifyInstance, agent: string, data: () => Data): void {
	addRecords(app, agent, data);
	const { value, nothing } = callsOf(app, agent);
	const attachments = (request: FastifyRequest) => {
		const seed = data().ticketMessages.seeds.get(idIn(request));
		return seed ? attachmentsOf(data(), seed) : [];
	};
	value('GetAttachmentInfo', attachments);
	value('GetAttachmentInfoNonInline', (request) =>
		attachments(request).filter(({ InlineImage }) => !InlineImage),
	);
	nothing('AddAttachments', (request) => connect(data(), idIn(request), filesIn(request)));
	nothing('RemoveMessageAttachments', (request) =>
		disconnect(data(), idIn(request), filesIn(request)),
	);
	nothing('SetTicketMessageImportant', (request) => {
		const stored = findEntity(MESSAGE, data(), numberArgument(request, 'TicketMessageId'));
		if (!stored) throw badArgument('The message is not found');
		const Important = bodyArgument(request, 'Important') === true;
		updateEntity(MESSAGE, data(), { ...stored, Important });
	});
	nothing('SendTicketMessage', (request) =>
		sendMessage(data(), idIn(request), {
			to: textsIn(bodyArgument(request, 'To')),
			cc: textsIn(bodyArgument(request, 'Cc')),
			bcc: textsIn(bodyArgument(request, 'Bcc')),
			subject: textArgument(request, 'Subject'),
			replyTemplateId: numberArgument(request, 'ReplyTemplateId'),
		}),
	);
}
