import type { FastifyInstance, FastifyRequest } from 'fastify';

import { connect } from '../attachments/connect';
import { idsArgument } from '../engine/calls';
import { mustFind } from '../records/routes';
import type { Value } from '../tenant/carriers';
import type { Data } from '../tenant/data';
import { MESSAGE } from './messageKind';
import { attachmentsOf } from './messages';
import { notify } from './notifications';
import { addRecordRoutes, type ById } from './recordRoutes';
import { sendMessage } from './send';

/** The values of a parameter that can be in an address several times; names are compared without case. */
function parameters(request: FastifyRequest, wanted: string): string[] {
	const query = request.query as Record<string, string | string[]>;
	return Object.entries(query)
		.filter(([name]) => name.toLowerCase() === wanted.toLowerCase())
		.flatMap(([, value]) => value)
		.filter((value) => value !== '');
}

/** Adds the REST calls on messages of requests. */
export function addMessageRoutes(app: FastifyInstance, api: string, data: () => Data): void {
	const address = `${api}/TicketMessage`;
	const idIn = ({ params: { id } }: ById) => Number(mustFind(MESSAGE, data(), id).EjMessageId);
	const seedOf = (request: ById) => data().ticketMessages.seeds.get(idIn(request));
	addRecordRoutes(app, api, MESSAGE, data, (all, { EjMessageId }) =>
		notify(all, all.ticketMessages.seeds.get(Number(EjMessageId))?.ticketId ?? 0, 'message'),
	);
	const attachments = (request: ById) => {
		const seed = seedOf(request);
		return seed ? attachmentsOf(data(), seed) : [];
	};
	app.get(`${address}/:id/Attachment`, attachments);
	app.get(`${address}/:id/Attachment/Noninline`, (request: ById) =>
		attachments(request).filter(({ InlineImage }) => !InlineImage),
	);
	app.post(`${address}/:id/Attachment`, async (request: ById, reply) => {
		const ids = idsArgument(request.body as Value | undefined, 'The request body');
		connect(data(), idIn(request), ids);
		return await reply.code(204).send();
	});
	app.post(`${address}/:id/Send`, async (request: ById, reply) => {
		const [subject = ''] = parameters(request, 'subject');
		const [template = '0'] = parameters(request, 'replyTemplateId');
		sendMessage(data(), idIn(request), {
			to: parameters(request, 'to'),
			cc: parameters(request, 'cc'),
			bcc: parameters(request, 'bcc'),
			subject,
			replyTemplateId: Number(template),
		});
		return await reply.code(204).send();
	});
}
