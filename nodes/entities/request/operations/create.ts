import type { INodeProperties } from 'n8n-workflow';

import { beforeCollections, type Addition, type RecordState } from '../../../crud/addition';
import { createWith } from '../../../crud/create';
import { INPUT_FIELDS, MAX_SIZE } from '../../../crud/files/inputFiles';
import type { ItemCall, Operation } from '../../../crud/operation';
import { getRecord } from '../../../crud/record';
import { isOn } from '../../../shared/fields/parameterRef';
import type { RequestOptions } from '../../../shared/options';
import { messageNumbers } from './fetchMessages';
import { MESSAGE, MESSAGE_FIELDS, messageKind } from './message.fields';
import { NOTIFY, notifyOwner } from './notifyOwner';
import { readMessage, type NewMessage } from './readMessage';
import { findSameMessage } from './sameMessage';
import { saveMessage } from './saveMessage';
import { uploadAttachments } from './uploadAttachments';

const FIRST = 'Incoming';

const messageForm: INodeProperties[] = [
	{ ...MESSAGE, description: 'Text of the first message; for HTML, add the message field Format' },
	messageKind(FIRST),
	INPUT_FIELDS,
	MESSAGE_FIELDS,
];

/** What is there when the first message could not be saved, and how to go on. */
const withoutMessage = (id: number) =>
	`Request ${id} was created; its message may be missing. To add it if it is, run the item again with the option Continue With Request ID set to ${id}: without that a second request would be created.`;

/**
 * Whether a request has its first message: one that is found by its key, if it has any; one that an earlier
 * run left unfinished, if it has the same.
 */
async function isSaved(
	call: ItemCall,
	options: RequestOptions,
	id: number,
	state: RecordState,
	message: NewMessage | undefined,
): Promise<boolean> {
	if (state === 'new') return false;
	if (!message) return true;
	const notes = { purpose: 'reading whether the request has its message' };
	if (state === 'found') return (await messageNumbers(call, options, id, notes)).length > 0;
	return (await findSameMessage(call, options, id, message.entity, [], notes)) !== undefined;
}

/**
 * The first message of a request. Files are uploaded before the request is created, so that none comes to
 * be whose files were refused; the message and its files are saved in one call.
 */
const firstMessage: Addition = {
	properties: (form) => beforeCollections(form, messageForm),
	options: [NOTIFY, MAX_SIZE],
	async read(call, options) {
		const message = await readMessage(call, options, FIRST);
		const notifies = isOn(call.read, NOTIFY);
		const files = message?.files ?? [];
		let uploaded: number[] = [];
		return {
			async prepare() {
				const state = 'No request was created: run the item again.';
				uploaded = await uploadAttachments(call, options, files, state);
			},
			async save(saved, state) {
				const id = Number(saved[call.entity.id]);
				const isThere = await isSaved(call, options, id, state, message);
				if (message && !isThere) {
					const isNew = state === 'new';
					const notes = { purpose: 'saving the first message', alreadyDone: withoutMessage(id) };
					const attachmentIds = isNew
						? uploaded
						: await uploadAttachments(call, options, files, withoutMessage(id));
					const known = isNew ? saved : { [call.entity.id]: id };
					const context = { saved: known, attachmentIds, notes, others: [] };
					await saveMessage(call, options, message.entity, context);
				}
				const isTold = notifies && (state !== 'found' || !isThere);
				if (isTold) await notifyOwner(call, options, id);
				if (!message || (isThere && !isTold)) return undefined;
				return await getRecord(call, options, id, undefined, {
					purpose: 'reading the request after its message was saved',
					alreadyDone: `Request ${id} and its message were saved all the same: do not run the item again.`,
				});
			},
		};
	},
};

/** POST /api/v1/Ticket, with its first message. */
export const create: Operation = {
	...createWith(firstMessage),
	description: 'Create a request, with its first message and attachments',
};
