import { readInputFiles } from '../../../crud/files/inputFiles';
import { lookUpFor } from '../../../crud/body/readBody';
import { encodeContext } from '../../../crud/body/encodeContext';
import type { InputFile, ItemCall } from '../../../crud/operation';
import { getRecord, type ErrorNotes } from '../../../crud/record';
import { FieldError } from '../../../shared/fields/fieldKind';
import { chosen, parameterRef } from '../../../shared/fields/parameterRef';
import { encodeTable } from '../../../shared/fields/table';
import { toText } from '../../../shared/fields/text';
import { asRecord, type JsonObject } from '../../../shared/json';
import type { RequestOptions } from '../../../shared/options';
import { expectRecord } from '../../../shared/transport/expectedBody';
import { MESSAGE, MESSAGE_FIELDS, messageFields, messageKind } from './message.fields';
import { findSameMessage } from './sameMessage';

/** A message that is about to be saved. */
export interface NewMessage {
	/** Its properties, without the request. */
	entity: JsonObject;
	files: InputFile[];
}

const NO_MESSAGE =
	'An item has Message Fields, and neither a text nor a file: no message is saved for it.';

/**
 * The message of an item.
 * @param first the message type that the form starts with
 * @returns undefined where there is neither text nor a file
 * @throws FieldError for values that cannot be
 */
export async function readMessage(
	call: ItemCall,
	options: RequestOptions,
	first: Parameters<typeof messageKind>[0],
): Promise<NewMessage | undefined> {
	const { read } = call;
	const text = toText(read(MESSAGE.name) ?? '', parameterRef(MESSAGE));
	const files = await readInputFiles(call);
	const given = asRecord(read(MESSAGE_FIELDS.name));
	const fields = await encodeTable(
		messageFields,
		(name) => ({ value: given[name], parameter: `${MESSAGE_FIELDS.name}.${name}` }),
		encodeContext(lookUpFor(call, options), options.zone),
	);
	const Badge = chosen(read, messageKind(first));
	if (text.trim() === '' && files.length === 0) {
		if (Object.keys(fields).length > 0) call.hint(NO_MESSAGE);
		return undefined;
	}
	const { Type = 'Plain' } = fields;
	const Slevel = Badge === 'Comment' ? 'Internal' : 'External';
	const body: JsonObject = Type === 'Html' ? { HtmlBody: text } : { Body: text };
	return { entity: { Slevel, ...fields, Type, Badge, ...body }, files };
}

/** @throws FieldError that a message is missing */
export function rejectNoMessage(): never {
	const advice = 'Give the text of the message, or a file.';
	throw new FieldError(parameterRef(MESSAGE), 'is empty', advice);
}

/**
 * Uploads files, which belong to nothing yet (POST /api/v1/Attachment and its Content).
 * @param state what is done already, for errors
 * @returns their numbers
 */
export async function uploadAttachments(
	{ request }: ItemCall,
	{ headers, timeout }: RequestOptions,
	files: InputFile[],
	state: string,
): Promise<number[]> {
	const ids: number[] = [];
	for (const { name, mimeType, body } of files) {
		const notes: ErrorNotes = {
			purpose: `uploading the attachment ${name}`,
			alreadyDone: `${state} The files that were uploaded before belong to nothing, and do no harm.`,
		};
		const { AttachmentId } = (await request({
			method: 'POST',
			path: 'Attachment',
			headers,
			timeout,
			body: { Name: name, ContentType: mimeType },
			expect: expectRecord('AttachmentId'),
			...notes,
		})) as JsonObject;
		await request({
			method: 'POST',
			path: `Attachment/${Number(AttachmentId)}/Content`,
			headers,
			timeout,
			body,
			expect: 'nothing',
			...notes,
		});
		ids.push(Number(AttachmentId));
	}
	return ids;
}

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
