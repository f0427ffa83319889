import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';

import { readBody } from '../engine/body';
import { patchedProperties } from '../engine/patchedProperties';
import { clockOf, responseFormatOf } from '../engine/requests';
import { isCarrier } from '../engine/values';
import type { Carrier, Value } from '../tenant/carriers';
import type { Data } from '../tenant/data';
import { attachment } from '../tenant/ticketCarriers';
import type { AttachmentSeed } from '../tenant/ticketSeeds';
import {
	acceptAttachment,
	blankAttachment,
	copyDocument,
	mustFindAttachment,
	saveAttachment,
	storeAttachment,
} from './attachments';
import { contentIn, sendFile } from './content';

type ById = FastifyRequest<{ Params: { id: string } }>;

/** Adds the REST calls on attachments, which cannot be deleted (OpenAPI file). */
export function addAttachmentRoutes(app: FastifyInstance, api: string, data: () => Data): void {
	const address = `${api}/Attachment`;
	const find = ({ params: { id } }: ById) => mustFindAttachment(data(), Number(id));
	const linked = (request: FastifyRequest, seed: AttachmentSeed) => {
		const all = `${responseFormatOf(request).root}/api/v1/Attachment`;
		return { ...attachment(seed), _Links: { Self: `${all}/${seed.id}`, Archive: all } };
	};
	const sentIn = (request: FastifyRequest): Value | undefined => {
		const body = request.body as Value | undefined;
		return isCarrier(body) ? readBody(body, [], clockOf(request)) : body;
	};
	const change = (request: ById, before: AttachmentSeed, sent: Carrier) =>
		linked(request, storeAttachment(data(), acceptAttachment(before, sent)));
	app.get(`${address}/default`, () => attachment(blankAttachment()));
	app.post(address, (request) => linked(request, saveAttachment(data(), sentIn(request))));
	app.get(`${address}/:id`, (request: ById) => linked(request, find(request)));
	app.put(`${address}/:id`, (request: ById) => {
		const { id, content } = find(request);
		return change(request, { ...blankAttachment(), id, content }, sentIn(request) as Carrier);
	});
	app.patch(`${address}/:id`, (request: ById) => {
		const before = find(request);
		const body = request.body as Value | undefined;
		return change(request, before, patchedProperties(attachment(before), body, clockOf(request)));
	});
	app.post(`${address}/CopyFromCRMDocument/:id`, (request: ById) =>
		attachment(copyDocument(data(), Number(request.params.id))),
	);
	app.get(
		`${address}/:id/Content`,
		async (request: ById, reply: FastifyReply) => await sendFile(request, reply, find(request)),
	);
	app.post(`${address}/:id/Content`, async (request: ById, reply: FastifyReply) => {
		storeAttachment(data(), { ...find(request), content: contentIn(request) });
		return await reply.code(204).send();
	});
}
