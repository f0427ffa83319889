import type { INodeProperties } from 'n8n-workflow';

import { callAgent } from '../../../crud/agent';
import { encodeContext } from '../../../crud/body/encodeContext';
import { lookUpFor } from '../../../crud/body/readBody';
import { INPUT_FIELDS, MAX_SIZE } from '../../../crud/files/inputFiles';
import type { ItemCall, Operation } from '../../../crud/operation';
import { lockTarget, targetControl } from '../../../crud/target';
import { emails } from '../../../shared/fields/emails';
import { emptyToUndefined, FieldError } from '../../../shared/fields/fieldKind';
import { assertInRange, INT32_MAX, toInteger } from '../../../shared/fields/number';
import { isOn, parameterRef } from '../../../shared/fields/parameterRef';
import { identifier } from '../../../shared/fields/reference';
import { encodeTable, tableControls, type FieldTable } from '../../../shared/fields/table';
import { text } from '../../../shared/fields/text';
import { asRecord, type JsonObject } from '../../../shared/json';
import { readOptions, type RequestOptions } from '../../../shared/options';
import { option, optionsForm } from '../../../shared/optionsForm';
import { expectRecord } from '../../../shared/transport/expectedBody';
import { MESSAGE, MESSAGE_FIELDS, messageKind } from './message.fields';
import { messageItem } from './messageItem';
import { readMessage, rejectNoMessage, saveMessage, uploadAttachments } from './saveMessage';

const FIRST = 'Comment';

/** To whom a message is sent, by the parameters of the agent's SendTicketMessage. */
const recipients = {
	to: { label: 'To', kind: emails, help: 'Email addresses, with commas between them' },
	cc: { label: 'Cc', kind: emails, help: 'Email addresses of those who get a copy' },
	bcc: { label: 'Bcc', kind: emails, help: 'Email addresses of those who get a hidden copy' },
	subject: {
		label: 'Subject',
		kind: text,
		help: 'Subject of the email; without this field, the title of the request',
	},
	replyTemplateId: {
		label: 'Reply Template',
		kind: identifier({ method: 'replyTemplate' }),
		help: 'The template into which SuperOffice puts the message',
	},
} satisfies FieldTable;

const SEND: INodeProperties = {
	displayName: 'Send by Email',
	name: 'sendEmail',
	type: 'collection',
	placeholder: 'Add Recipient',
	default: {},
	description: 'SuperOffice sends the message to these addresses; without any, it is only saved',
	options: tableControls(recipients),
};

const NOTIFY = option({
	displayName: 'Notify the Owner',
	name: 'notify',
	type: 'boolean',
	default: false,
	description: 'Whether SuperOffice tells the owner of the request that there is a new message',
});

const MESSAGE_ID = option({
	displayName: 'Send Message With ID',
	name: 'sendMessageId',
	type: 'string',
	default: '',
	placeholder: 'e.g. 4711',
	description:
		'The message that an error of this operation has named: no message is saved then, and that one is sent',
});

/**
 * Where a message goes: the agent's parameters; undefined where it is not sent.
 * @param isNeeded whether it has to be sent
 */
async function readRecipients(
	call: ItemCall,
	options: RequestOptions,
	isNeeded: boolean,
): Promise<JsonObject | undefined> {
	const given = asRecord(call.read(SEND.name));
	const { To, Cc, Bcc, Subject, ReplyTemplateId } = await encodeTable(
		recipients,
		(name) => ({ value: given[name], parameter: `${SEND.name}.${name}` }),
		encodeContext(lookUpFor(call, options), options.zone),
	);
	const hasMore = [Cc, Bcc, Subject || undefined, ReplyTemplateId].some((one) => one !== undefined);
	if (To === undefined && !hasMore && !isNeeded) return undefined;
	if (To === undefined) {
		const ref = { parameter: `${SEND.name}.to`, label: recipients.to.label };
		throw new FieldError(ref, 'is empty', 'Give an email address, or remove Send by Email.');
	}
	return {
		To,
		Cc: Cc ?? [],
		Bcc: Bcc ?? [],
		...(Subject && { Subject }),
		...(ReplyTemplateId && { ReplyTemplateId }),
	};
}

function readMessageId({ read }: ItemCall): number {
	const given = emptyToUndefined(read(MESSAGE_ID.name));
	const ref = parameterRef(MESSAGE_ID);
	return given === undefined ? 0 : assertInRange(toInteger(given, ref), 1, INT32_MAX, ref);
}

/** @throws FieldError for an internal message that would leave the house */
function rejectInternal({ Slevel }: JsonObject): void {
	if (Slevel !== 'Internal') return;
	const problem = 'an internal message is not sent by email';
	const advice = 'Choose another Message Type or Access Level, or remove Send by Email.';
	throw new FieldError(parameterRef(SEND), problem, advice);
}

/** The headers that show to whom a message goes. */
function headersFor(sent: JsonObject | undefined): JsonObject {
	const MessageHeaders = ['To', 'Cc', 'Bcc'].flatMap((Name) =>
		((sent?.[Name] ?? []) as string[]).map((Value) => ({ Name, Value })),
	);
	return MessageHeaders.length > 0 ? { MessageHeaders } : {};
}

/**
 * The message that is only to be sent.
 * @param ticketId the request that it has to be of
 * @throws FieldError for one of another request
 */
async function fetchMessage(
	{ request, entity }: ItemCall,
	{ headers, timeout }: RequestOptions,
	id: number,
	ticketId: number,
): Promise<JsonObject> {
	const message = (await request({
		method: 'GET',
		path: `TicketMessage/${id}`,
		headers,
		timeout,
		expect: expectRecord('EjMessageId', id),
		purpose: 'reading the message',
	})) as JsonObject;
	const own = Number(asRecord(message.Ticket)[entity.id] ?? 0);
	if (own === ticketId) return message;
	const problem = `message ${id} is of request ${own}`;
	const advice = `Choose that request, or leave the option out to add a message to request ${ticketId}.`;
	throw new FieldError(parameterRef(MESSAGE_ID), problem, advice);
}

/** A message of a request, with files, and sent by email where recipients are given. */
export const addMessage: Operation = {
	label: 'Add Message',
	action: 'Add message to {record}',
	description: 'Add a comment, a reply or an incoming message to a request, and send it by email',
	properties: (entity) => [
		targetControl(entity),
		MESSAGE,
		messageKind(FIRST),
		INPUT_FIELDS,
		MESSAGE_FIELDS,
		SEND,
		optionsForm(NOTIFY, MESSAGE_ID, MAX_SIZE),
	],
	async execute(call) {
		const { read, workflowZone, entity } = call;
		const options = readOptions(read, workflowZone);
		const message = (await readMessage(call, options, FIRST)) ?? rejectNoMessage();
		const given = readMessageId(call);
		const sent = await readRecipients(call, options, given > 0);
		if (sent) rejectInternal(message.entity);
		const Notify = isOn(read, NOTIFY);
		const id = await lockTarget(call, options);
		let saved: JsonObject;
		if (given > 0) {
			saved = await fetchMessage(call, options, given, id);
			rejectInternal(saved);
		} else {
			const nothing = 'No message was saved: run the item again.';
			const attachmentIds = await uploadAttachments(call, options, message.files, nothing);
			saved = await saveMessage(
				call,
				options,
				{ ...message, entity: { ...message.entity, ...headersFor(sent) } },
				{ saved: { [entity.id]: id }, attachmentIds, notes: {}, notify: Notify },
			);
		}
		if (!sent) return messageItem(id, saved, options.zone);
		const number = Number(saved.EjMessageId);
		await callAgent(
			call,
			options,
			'SendTicketMessage',
			'nothing',
			{ TicketMessageEntityId: number, ...sent },
			undefined,
			{
				purpose: 'sending the message',
				alreadyDone: `Message ${number} was saved, and may not have been sent. To send it, run the item again with the option Send Message With ID set to ${number}: without that the message would be saved twice.`,
			},
		);
		return { ...messageItem(id, saved, options.zone), sent: true };
	},
};
