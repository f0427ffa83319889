import escapeRegExp from 'lodash/escapeRegExp';
import map from 'lodash/map';
import sortBy from 'lodash/sortBy';
import type { INodeProperties } from 'n8n-workflow';

import { queryAgent } from '../../../crud/agent';
import { downloadFile } from '../../../crud/files/downloadFile';
import {
	MAX_SIZE,
	OUTPUT_FIELD,
	readFieldName,
	readSizeCheck,
} from '../../../crud/files/inputFiles';
import { LIMIT, readLimit, RETURN_ALL } from '../../../crud/list/listForm';
import { FileItem, type Operation } from '../../../crud/operation';
import { operationFieldsForm, readOperationFields } from '../../../crud/operationFields';
import { getRecord } from '../../../crud/record';
import { readTargetId, targetControl } from '../../../crud/target';
import { integer } from '../../../shared/fields/number';
import { isOn, parameterRef } from '../../../shared/fields/parameterRef';
import type { FieldTable } from '../../../shared/fields/table';
import { toText } from '../../../shared/fields/text';
import type { JsonObject } from '../../../shared/json';
import { readOptions } from '../../../shared/options';
import { option, optionsForm } from '../../../shared/optionsForm';
import { expectList } from '../../../shared/transport/expectedBody';
import { attachmentItem, fetchMessage, messageItem } from './messageItem';

/** The ticket agent's GetTicketMessageEntities, the newest message first. */
export const getMessages: Operation = {
	label: 'Get Messages',
	action: 'Get messages of {record}',
	description: 'Retrieve the messages of a request with their texts, the newest first',
	properties: (entity) => [targetControl(entity), RETURN_ALL, LIMIT, optionsForm()],
	async execute(call) {
		const options = readOptions(call.read, call.workflowZone);
		const limit = readLimit(call.read);
		const id = await readTargetId(call, options);
		const { Messages } = await getRecord(call, options, id, ['Messages']);
		// What an empty list of numbers means is not documented.
		const numbers = map((Messages ?? []) as JsonObject[], 'TicketMessageId').map(Number);
		const MessageIds = sortBy(numbers, (one) => -one).slice(0, limit);
		if (MessageIds.length === 0) return [];
		const body = { TicketId: id, MessageIds };
		const expect = expectList('EjMessageId');
		const found = await queryAgent(call, options, 'GetTicketMessageEntities', expect, body);
		return sortBy(found as JsonObject[], (one) => -Number(one.EjMessageId)).map((one) =>
			messageItem(id, one, options.zone),
		);
	},
};

const oneMessage = {
	ejMessageId: {
		label: 'Message ID',
		kind: { ...integer, control: { type: 'string', default: '' } },
		help: 'ID of the message (EjMessageId), such as from Get Messages',
		placeholder: 'e.g. 4711',
	},
} satisfies FieldTable;

/** GET /api/v1/TicketMessage/{id}. */
export const getMessage: Operation = {
	label: 'Get Message',
	action: 'Get a message of {record}',
	description: 'Retrieve one message of a request by its ID',
	properties: [...operationFieldsForm(oneMessage), optionsForm()],
	async execute(call) {
		const options = readOptions(call.read, call.workflowZone);
		const { EjMessageId } = await readOperationFields(call, options, oneMessage);
		const message = await fetchMessage(call, options, Number(EjMessageId));
		const { TicketId } = (message.Ticket ?? {}) as JsonObject;
		return messageItem(Number(TicketId), message, options.zone);
	},
};

const FILE_NAMES: INodeProperties = {
	displayName: 'File Names',
	name: 'fileNames',
	type: 'string',
	default: '',
	placeholder: 'e.g. *.pdf',
	description:
		'Names of the files to return, with commas between them; * stands for any text. Empty returns all.',
};

const INLINE = option({
	displayName: 'Include Inline Images',
	name: 'includeInline',
	type: 'boolean',
	default: false,
	description: 'Whether to return images that stand in the text of HTML messages, such as logos',
});

/** Whether a name is one of those that are wanted; all are where none is given. */
function nameFilter(given: string): (name: string) => boolean {
	const names = given.split(',').map((one) => one.trim());
	const patterns = names
		.filter((one) => one !== '')
		.map((one) => new RegExp(`^${one.split('*').map(escapeRegExp).join('.*')}$`, 'i'));
	return (name) => patterns.length === 0 || patterns.some((one) => one.test(name));
}

/** GET /api/v1/Ticket/{id}/Attachments, and the content of each that is wanted, as an item each. */
export const getAttachments: Operation = {
	label: 'Get Attachments',
	action: 'Get attachments of {record}',
	description: 'Retrieve the files of a request, as an item each',
	properties: (entity) => [
		targetControl(entity),
		FILE_NAMES,
		OUTPUT_FIELD,
		optionsForm(INLINE, MAX_SIZE),
	],
	async execute(call) {
		const { read, request } = call;
		const options = readOptions(read, call.workflowZone);
		const isWanted = nameFilter(toText(read(FILE_NAMES.name) ?? '', parameterRef(FILE_NAMES)));
		const field = readFieldName(call, OUTPUT_FIELD);
		const checkSize = readSizeCheck(call);
		const withInline = isOn(read, INLINE);
		const id = await readTargetId(call, options);
		const all = (await request({
			method: 'GET',
			path: `Ticket/${id}/Attachments`,
			headers: options.headers,
			timeout: options.timeout,
			expect: expectList('AttachmentId'),
		})) as JsonObject[];
		const wanted = all.filter(
			({ Name, InlineImage }) =>
				isWanted(String(Name ?? '')) && (withInline || InlineImage !== true),
		);
		const items: FileItem[] = [];
		for (const one of wanted) {
			const name = String(one.Name ?? '');
			const file = {
				path: `Attachment/${Number(one.AttachmentId)}/Content`,
				name,
				mimeType: String(one.ContentType ?? ''),
			};
			const kept = await downloadFile(call, options, file, checkSize, {
				purpose: `fetching the attachment ${name}`,
			});
			items.push(new FileItem(attachmentItem(id, one), { [field]: kept }));
		}
		return items;
	},
};
