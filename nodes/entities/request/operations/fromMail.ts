import type { INodeProperties } from 'n8n-workflow';

import {
	INPUT_FIELD,
	MAX_SIZE,
	readInputFile,
	readSizeCheck,
} from '../../../crud/files/inputFiles';
import type { ItemCall, Operation } from '../../../crud/operation';
import { operationFieldsForm, readOperationFields } from '../../../crud/operationFields';
import type { ErrorNotes } from '../../../crud/record';
import { readBackAndShape, readResponseOptions } from '../../../crud/responseOptions';
import { readOptionalTargetId, targetControl } from '../../../crud/target';
import { FieldError } from '../../../shared/fields/fieldKind';
import { chosen, parameterRef } from '../../../shared/fields/parameterRef';
import { identifier } from '../../../shared/fields/reference';
import type { FieldTable } from '../../../shared/fields/table';
import { toText } from '../../../shared/fields/text';
import type { JsonObject } from '../../../shared/json';
import { EXCLUSIVE } from '../../../shared/keyedLock';
import { optionsForm } from '../../../shared/optionsForm';
import { outputOptions } from '../../../shared/output';
import { expectRecord } from '../../../shared/transport/expectedBody';
import { bytesOf } from '../../../shared/transport/fileBody';
import { mailText, messageIds, parseMailHeaders } from './mailHeaders';
import { answeredRequest, requestOf } from './requestOfMail';

const SOURCE: INodeProperties = {
	displayName: 'Mail',
	name: 'mailSource',
	type: 'options',
	options: [
		{ name: 'From Field With a File', value: 'file', description: 'Such as an .eml file' },
		{ name: 'From Text', value: 'text', description: 'The whole mail with its headers, as text' },
	],
	default: 'file',
	description: 'Where the whole mail is, as it came over the wire (RFC 822)',
};

const FIELD: INodeProperties = {
	...INPUT_FIELD,
	hint: 'The name of the input field that holds the mail as a file; for text, set Mail to From Text',
	displayOptions: { show: { mailSource: ['file'] } },
};

const TEXT: INodeProperties = {
	displayName: 'Mail Text',
	name: 'mailText',
	type: 'string',
	typeOptions: { rows: 4 },
	default: '',
	description: 'The whole mail with its headers, as it came over the wire',
	hint: "n8n's Email Trigger (IMAP) leaves the headers out of its format RAW",
	displayOptions: { show: { mailSource: ['text'] } },
};

const fields = {
	mailboxId: {
		label: 'Mailbox',
		kind: identifier({ method: 'mailbox' }),
		help: 'The mailbox of Service that a new request comes in by: its settings decide category and priority',
	},
	personId: {
		label: 'Contact Person',
		kind: identifier({ method: 'person' }),
		help: 'The contact person of a new request; without one, SuperOffice takes that of the address',
	},
} satisfies FieldTable;

const NO_MESSAGE_ID =
	'A mail without a Message-ID cannot be known again: if it comes once more, it becomes another request or message.';

/** A header in the line of another one. */
const HEADER_WITHIN = /\s(?:to|cc|date|subject|message-id|mime-version|content-type)\s*:/i;

/**
 * The whole mail of an item.
 * @throws FieldError for what has no headers of a mail
 */
async function readMail(call: ItemCall): Promise<{ mail: string; headers: Map<string, string> }> {
	const isFile = chosen(call.read, SOURCE) === 'file';
	const bytes = isFile
		? await bytesOf((await readInputFile(call)).body)
		: Buffer.from(toText(call.read(TEXT.name) ?? '', parameterRef(TEXT)), 'utf8');
	readSizeCheck(call)(bytes.length);
	const mail = mailText(bytes);
	const headers = parseMailHeaders(mail);
	const ref = parameterRef(isFile ? FIELD : TEXT);
	const from = headers.get('from');
	const advice = 'Give the mail as it came over the wire, with its headers.';
	if (mail === '') throw new FieldError(ref, 'is empty', advice);
	if (from === undefined) {
		throw new FieldError(ref, 'is no whole mail: it has no header From', advice);
	}
	if (!HEADER_WITHIN.test(from)) return { mail, headers };
	const kept = "n8n's Edit Fields keeps line breaks in its JSON mode only.";
	throw new FieldError(ref, 'has lost its line breaks: each header has its own line', kept);
}

/** The customer service agent's CreateTicketFromMailData and AddMessageFromMailData, which work as its mail import. */
export const fromMail: Operation = {
	label: 'Create From Mail',
	action: 'Create {record} from mail',
	description:
		'Make a mail a message of the request that it answers, else a new request; a mail that is there already is left out',
	properties: (entity) => [
		SOURCE,
		FIELD,
		TEXT,
		...operationFieldsForm(fields),
		{
			...targetControl(entity),
			description:
				'The request that the mail is added to. Without one, it is the request of the mail that this one answers, else a new one.',
		},
		optionsForm(...outputOptions, MAX_SIZE),
	],
	async execute(call) {
		const responseOptions = readResponseOptions(call);
		const { options } = responseOptions;
		const { mail, headers } = await readMail(call);
		const { MailboxId, PersonId } = await readOperationFields(call, options, fields, []);
		const target = await readOptionalTargetId(call, options);
		// A mail may answer another one of the same run.
		await call.lock(EXCLUSIVE);
		const [messageId] = messageIds(headers.get('message-id'));
		const find = async (notes: ErrorNotes) =>
			messageId ? await requestOf(call, options, messageId, notes) : 0;
		const findExistingResult = async () => {
			const id = await find({ purpose: 'looking up whether the mail was saved' });
			return id > 0 ? { TicketId: id } : undefined;
		};
		if (!messageId) call.hint(NO_MESSAGE_ID);
		const known = await find({ purpose: 'looking up whether the mail is there already' });
		if (known > 0) {
			const found = await readBackAndShape(call, responseOptions, known, 'found');
			return { ...found, operation: 'found' };
		}
		const answered = target || (await answeredRequest(call, options, headers));
		if (answered === 0 && !MailboxId) {
			const ref = { parameter: 'mailboxId', label: fields.mailboxId.label };
			throw new FieldError(ref, 'is empty', 'A new request needs the mailbox that it comes in by.');
		}
		const isNew = answered === 0;
		const answer = (await call.request({
			method: 'POST',
			path: `Agents/CustomerService/${isNew ? 'CreateTicketFromMailData' : 'AddMessageFromMailData'}`,
			headers: options.headers,
			timeout: options.timeout,
			body: isNew
				? { MailboxId, Data: mail, ...(PersonId && { PersonId }) }
				: { TicketId: answered, Data: mail },
			expect: expectRecord('TicketId'),
			...(messageId && { findExistingResult }),
		})) as JsonObject;
		const id = Number(answer.TicketId);
		const saved = await readBackAndShape(call, responseOptions, id, 'saved');
		return { ...saved, operation: isNew ? 'created' : 'updated' };
	},
};
