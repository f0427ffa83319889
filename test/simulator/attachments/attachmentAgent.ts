import type { FastifyInstance } from 'fastify';

import { readBody } from '../engine/body';
import { callsOf, idsArgument, numberArgument, numberInQuery } from '../engine/calls';
import { bodyArgument, clockOf } from '../engine/requests';
import { isCarrier } from '../engine/values';
import type { Value } from '../tenant/carriers';
import type { Data } from '../tenant/data';
import { attachment } from '../tenant/ticketCarriers';
import {
	blankAttachment,
	bytesOf,
	copyDocument,
	mustFindAttachment,
	saveAttachment,
	storeAttachment,
} from './attachments';
import { sendFile } from './content';

/** Adds the ticket agent's calls on attachments. */
export function addAttachmentAgent(app: FastifyInstance, agent: string, data: () => Data): void {
	const { entity, value, nothing } = callsOf(app, agent);
	entity('CreateDefaultAttachmentEntity', () => attachment(blankAttachment()));
	entity('GetAttachmentEntity', (request) => {
		const found = data().attachments.seeds.get(numberInQuery(request, 'attachmentEntityId'));
		return found && attachment(found);
	});
	entity('SaveAttachmentEntity', (request) => {
		const body = request.body as Value | undefined;
		const sent = isCarrier(body) ? readBody(body, [], clockOf(request)) : body;
		return attachment(saveAttachment(data(), sent));
	});
	entity('CopyFromCRMDocument', (request) =>
		attachment(copyDocument(data(), numberArgument(request, 'DocumentId'))),
	);
	nothing('UploadAttachment', (request) => {
		const found = mustFindAttachment(data(), numberArgument(request, 'AttachmentId'));
		const content = bytesOf(bodyArgument(request, 'Content'));
		storeAttachment(data(), { ...found, content });
	});
	app.post(
		`${agent}/GetAttachmentStream`,
		async (request, reply) =>
			await sendFile(
				request,
				reply,
				mustFindAttachment(data(), numberArgument(request, 'AttachmentId')),
			),
	);
	// What makes a file invalid is documented nowhere: a guess, its extension.
	value('ValidateAttachments', (request) =>
		idsArgument(bodyArgument(request, 'AttachmentIds'), 'AttachmentIds').map((id) => {
			const found = data().attachments.seeds.get(id);
			const isValid = found !== undefined && attachment(found).IsSafeFileExtension;
			return {
				AttachmentId: id,
				IsValid: isValid,
				ErrorMessage: isValid ? '' : 'The attachment is not safe',
			};
		}),
	);
}
