import type { ItemCall } from '../../../crud/operation';
import { getRecord, type ErrorNotes } from '../../../crud/record';
import { asRecord, type JsonObject } from '../../../shared/json';
import type { RequestOptions } from '../../../shared/options';
import { expectRecord } from '../../../shared/transport/expectedBody';
import { findSameMessage } from './sameMessage';

/** The main contact person of a request, who has written an incoming message. */
async function personOf(
	call: ItemCall,
	options: RequestOptions,
	saved: JsonObject,
	notes: ErrorNotes,
): Promise<JsonObject> {
	const id = Number(saved[call.entity.id]);
	const { Person } =
		'Person' in saved ? saved : await getRecord(call, options, id, ['Person'], notes);
	const { PersonId, FullName } = asRecord(Person);
	if (!(Number(PersonId) > 0)) return {};
	const Author = String(FullName ?? '');
	return { Person: { PersonId: Number(PersonId) }, ...(Author !== '' && { Author }) };
}

/** What belongs to a message that is saved. */
interface MessageContext {
	/** The request, as far as it is known. */
	saved: JsonObject;
	attachmentIds: number[];
	/** Numbers of the messages that the request had before. */
	others: number[];
	notes?: ErrorNotes;
	/** Whether SuperOffice tells the owner. */
	notify?: boolean;
}

/**
 * Saves a message with its attachments in one call (the ticket agent's SaveTicketMessageEntityWithOptions).
 * @returns the message as it was saved
 */
export async function saveMessage(
	call: ItemCall,
	options: RequestOptions,
	entity: JsonObject,
	{ saved, attachmentIds, others, notes = {}, notify = false }: MessageContext,
): Promise<JsonObject> {
	const id = Number(saved[call.entity.id]);
	const isIncoming = entity.Badge === 'Incoming' && entity.Person === undefined;
	const from = isIncoming ? await personOf(call, options, saved, notes) : {};
	const isToContact = entity.Badge === 'Reply' || entity.Badge === 'Outgoing';
	const message = await call.request({
		method: 'POST',
		path: 'Agents/Ticket/SaveTicketMessageEntityWithOptions',
		headers: options.headers,
		timeout: options.timeout,
		body: {
			Entity: { ...from, ...entity, Ticket: { TicketId: id } },
			Notify: notify,
			AttachmentIds: attachmentIds,
			UpdateRepliedAt: isToContact,
		},
		expect: expectRecord('EjMessageId'),
		findExistingResult: async () =>
			await findSameMessage(call, options, id, entity, others, {
				purpose: 'looking up whether the message was saved',
				alreadyDone: notes.alreadyDone,
			}),
		...notes,
	});
	return message as JsonObject;
}
