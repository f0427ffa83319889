import { INPUT_FIELDS, MAX_SIZE } from '../../../crud/files/inputFiles';
import type { ItemCall, Operation } from '../../../crud/operation';
import { lockTarget, targetControl } from '../../../crud/target';
import {
	claimUnfinished,
	finishRecord,
	readUnfinished,
	unfinishedRecord,
} from '../../../crud/unfinished';
import { FieldError } from '../../../shared/fields/fieldKind';
import { isOn, parameterRef } from '../../../shared/fields/parameterRef';
import { asRecord, type JsonObject } from '../../../shared/json';
import { readOptions, type RequestOptions } from '../../../shared/options';
import { option, optionsForm } from '../../../shared/optionsForm';
import { MESSAGE, MESSAGE_FIELDS, messageKind } from './message.fields';
import { fetchMessage, messageNumbers } from './fetchMessages';
import { messageItem } from './messageItem';
import { readMessage, rejectNoMessage } from './readMessage';
import { saveMessage } from './saveMessage';
import {
	contactAddress,
	headersFor,
	readRecipients,
	rejectInternal,
	SEND,
	sendMessage,
} from './sendMessage';
import { uploadAttachments } from './uploadAttachments';

const FIRST = 'Comment';

const NOTIFY = option({
	displayName: 'Notify the Owner',
	name: 'notify',
	type: 'boolean',
	default: false,
	description: 'Whether SuperOffice tells the owner of the request that there is a new message',
});

export const MESSAGE_ID = option({
	displayName: 'Send Message With ID',
	name: 'sendMessageId',
	type: 'string',
	default: '',
	placeholder: 'e.g. 4711',
	description:
		'The message that an error of this operation has named: no message is saved then, and that one is sent',
});

/**
 * The message that is only to be sent.
 * @param ticketId the request that it has to be of
 * @throws FieldError for one of another request, and for an internal one
 */
async function readMessageToSend(
	call: ItemCall,
	options: RequestOptions,
	id: number,
	ticketId: number,
): Promise<JsonObject> {
	const message = await fetchMessage(call, options, id, { purpose: 'reading the message' });
	const own = Number(asRecord(message.Ticket)[call.entity.id] ?? 0);
	if (own !== ticketId) {
		const problem = `message ${id} is of request ${own}`;
		const advice = `Choose that request, or leave the option out to add a message to request ${ticketId}.`;
		throw new FieldError(parameterRef(MESSAGE_ID), problem, advice);
	}
	rejectInternal(message);
	return message;
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
		const { read, workflowZone } = call;
		const options = readOptions(read, workflowZone);
		const message = (await readMessage(call, options, FIRST)) ?? rejectNoMessage();
		const asked = readUnfinished(call, MESSAGE_ID);
		const given = asked || unfinishedRecord(call);
		const recipients = await readRecipients(call, options, given > 0);
		if (recipients) rejectInternal(message.entity);
		const notify = isOn(read, NOTIFY);
		const id = await lockTarget(call, options);
		const To = recipients?.To ?? (recipients && [await contactAddress(call, options, id)]);
		const sent = recipients && { ...recipients, To: To ?? [] };
		let saved: JsonObject;
		claimUnfinished(call, MESSAGE_ID, asked);
		if (given > 0) saved = await readMessageToSend(call, options, given, id);
		else {
			const others = await messageNumbers(call, options, id);
			const nothing = 'No message was saved: run the item again.';
			const attachmentIds = await uploadAttachments(call, options, message.files, nothing);
			const entity = { ...message.entity, ...headersFor(sent) };
			saved = await saveMessage(call, options, entity, {
				saved: { [call.entity.id]: id },
				attachmentIds,
				others,
				notify,
			});
		}
		const item = messageItem(id, saved, options.zone);
		if (!sent) return item;
		const number = Number(saved.EjMessageId);
		await finishRecord(call, number, async () => await sendMessage(call, options, number, sent));
		return { ...item, sent: true };
	},
};
