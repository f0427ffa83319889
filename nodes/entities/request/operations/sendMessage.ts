import type { INodeProperties } from 'n8n-workflow';

import { callAgent } from '../../../crud/agent';
import { encodeContext } from '../../../crud/body/encodeContext';
import { lookUpFor } from '../../../crud/body/readBody';
import type { ItemCall } from '../../../crud/operation';
import { getRecord } from '../../../crud/record';
import { emails } from '../../../shared/fields/emails';
import { FieldError } from '../../../shared/fields/fieldKind';
import { parameterRef } from '../../../shared/fields/parameterRef';
import { identifier } from '../../../shared/fields/reference';
import { encodeTable, tableControls, type FieldTable } from '../../../shared/fields/table';
import { text } from '../../../shared/fields/text';
import { asRecord, type JsonObject } from '../../../shared/json';
import type { RequestOptions } from '../../../shared/options';
import { expectRecord } from '../../../shared/transport/expectedBody';

/** To whom a message is sent, by the parameters of the agent's SendTicketMessage. */
const recipients = {
	to: {
		label: 'To',
		kind: emails,
		help: 'Email addresses, with commas between them; without this field, that of the contact person',
	},
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

/** For errors. */
const TO = { parameter: 'sendEmail.to', label: recipients.to.label };

export const SEND: INodeProperties = {
	displayName: 'Send by Email',
	name: 'sendEmail',
	type: 'collection',
	placeholder: 'Add Field',
	default: {},
	description:
		'With any field, SuperOffice sends the message by email; without To, to the contact person of the request. Without a field, the message is only saved.',
	options: tableControls(recipients),
};

/**
 * Where a message goes: the agent's parameters, without `To` where it is the contact person; undefined where
 * it is not sent.
 * @param isNeeded whether it has to be sent
 * @throws FieldError for an address that was added and is empty
 */
export async function readRecipients(
	call: ItemCall,
	options: RequestOptions,
	isNeeded: boolean,
): Promise<JsonObject | undefined> {
	const given = asRecord(call.read(SEND.name));
	if (Object.keys(given).length === 0 && !isNeeded) return undefined;
	const { To, Cc, Bcc, Subject, ReplyTemplateId } = await encodeTable(
		recipients,
		(name) => ({ value: given[name], parameter: `${SEND.name}.${name}` }),
		encodeContext(lookUpFor(call, options), options.zone),
	);
	if ('to' in given && To === undefined) {
		throw new FieldError(TO, 'is empty', 'Give an email address, or remove the field.');
	}
	return {
		...(To && { To }),
		Cc: Cc ?? [],
		Bcc: Bcc ?? [],
		...(Subject && { Subject }),
		...(ReplyTemplateId && { ReplyTemplateId }),
	};
}

/**
 * The main email address of a request's contact person (GET /api/v1/Person/{id}).
 * @throws FieldError where there is none
 */
export async function contactAddress(
	call: ItemCall,
	options: RequestOptions,
	id: number,
): Promise<string> {
	const { headers, timeout } = options;
	const { Person } = await getRecord(call, options, id, ['Person']);
	const personId = Number(asRecord(Person).PersonId ?? 0);
	const person = personId > 0 && {
		method: 'GET' as const,
		path: `Person/${personId}`,
		query: { $select: 'PersonId,Emails' },
		expect: expectRecord('PersonId', personId),
		purpose: 'reading the email address of the contact person',
	};
	const { Emails } = person
		? ((await call.request({ ...person, headers, timeout })) as JsonObject)
		: {};
	const [first] = (Emails ?? []) as Array<{ Value?: string }>;
	if (first?.Value) return first.Value;
	const problem = `is empty, and request ${id} has no contact person with an email address`;
	throw new FieldError(TO, problem, 'Add To with an address.');
}

/** @throws FieldError for an internal message that would leave the house */
export function rejectInternal({ Slevel }: JsonObject): void {
	if (Slevel !== 'Internal') return;
	const problem = 'an internal message is not sent by email';
	const advice = 'Choose another Message Type or Access Level, or remove Send by Email.';
	throw new FieldError(parameterRef(SEND), problem, advice);
}

/** The headers that show to whom a message goes. */
export function headersFor(sent: JsonObject | undefined): JsonObject {
	const MessageHeaders = ['To', 'Cc', 'Bcc'].flatMap((Name) =>
		((sent?.[Name] ?? []) as string[]).map((Value) => ({ Name, Value })),
	);
	return MessageHeaders.length > 0 ? { MessageHeaders } : {};
}

/** Sends a message that is saved (the ticket agent's SendTicketMessage). */
export async function sendMessage(
	call: ItemCall,
	options: RequestOptions,
	id: number,
	recipientsOf: JsonObject,
): Promise<void> {
	const body = { TicketMessageEntityId: id, ...recipientsOf };
	await callAgent(call, options, 'SendTicketMessage', 'nothing', body, undefined, {
		purpose: 'sending the message',
		alreadyDone: `Message ${id} was saved, and may not have been sent: look whether it was. To send it, run the item again with the option Send Message With ID set to ${id}: without that the message would be saved twice.`,
	});
}
