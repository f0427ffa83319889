import sortBy from 'lodash/sortBy';
import type { INodeProperties } from 'n8n-workflow';

import { downloadFile } from '../../../crud/files/downloadFile';
import { fitsPattern } from '../../../crud/files/fileNames';
import {
	MAX_SIZE,
	OUTPUT_FIELD,
	readFieldName,
	readNames,
	readSizeCheck,
} from '../../../crud/files/inputFiles';
import { LIMIT, readLimit, RETURN_ALL } from '../../../crud/list/listForm';
import { FileItem, type Operation } from '../../../crud/operation';
import { operationFieldsForm, readOperationFields } from '../../../crud/operationFields';
import { readTargetId, targetControl } from '../../../crud/target';
import { INT32_MAX, integerBetween } from '../../../shared/fields/number';
import { isOn } from '../../../shared/fields/parameterRef';
import type { FieldTable } from '../../../shared/fields/table';
import type { JsonObject } from '../../../shared/json';
import { readOptions } from '../../../shared/options';
import { option, optionsForm } from '../../../shared/optionsForm';
import { expectList } from '../../../shared/transport/expectedBody';
import { fetchMessage, fetchMessages, messageNumbers } from './fetchMessages';
import { attachmentItem, messageItem } from './messageItem';

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
		const numbers = await messageNumbers(call, options, id);
		const newest = sortBy(numbers, (one) => -one).slice(0, limit);
		const found = await fetchMessages(call, options, id, newest);
		return sortBy(found, (one) => -Number(one.EjMessageId)).map((one) =>
			messageItem(id, one, options.zone),
		);
	},
};

const oneMessage = {
	ejMessageId: {
		label: 'Message ID',
		kind: { ...integerBetween(1, INT32_MAX), control: { type: 'string', default: '' } },
		help: 'ID of the message (EjMessageId), such as from Get Messages',
		placeholder: 'e.g. 4711',
	},
} satisfies FieldTable;

/** GET /api/v1/TicketMessage/{id}. */
export const getMessage: Operation = {
	label: 'Get Message',
	action: 'Get message of {record}',
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

export const FILE_NAMES: INodeProperties = {
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
		const names = readNames(call, FILE_NAMES).map((one) => one.toLowerCase());
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
		const isWanted = (name: string) =>
			names.length === 0 || names.some((one) => fitsPattern(name.toLowerCase(), one));
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
