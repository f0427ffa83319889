import omit from 'lodash/omit';
import type { INodeProperties } from 'n8n-workflow';

import { callAgent } from '../../../crud/agent';
import { merge } from '../../../crud/merge';
import type { Operation } from '../../../crud/operation';
import { operationFieldsForm, readOperationFields } from '../../../crud/operationFields';
import { deleteRecord, getRecordForUpdate, patchRecord } from '../../../crud/record';
import { readResponseOptions } from '../../../crud/responseOptions';
import { lockTarget, targetControl } from '../../../crud/target';
import { anyDateTime } from '../../../shared/fields/dateTime';
import { isOn, isTurnedOn } from '../../../shared/fields/parameterRef';
import { ungrouped, type FieldTable } from '../../../shared/fields/table';
import { readOptions } from '../../../shared/options';
import { optionsForm } from '../../../shared/optionsForm';
import { outputOptions } from '../../../shared/output';
import { requestFields } from '../request.fields';
import { NOTIFY, notifyOwner } from './notifyOwner';

const newOwner = {
	ownedBy: {
		...requestFields.ownedBy,
		help: "The user who gets the request, Unassigned, or By the Category's Rule",
	},
} satisfies FieldTable;

/** PATCH /api/v1/Ticket/{id} with the owner alone. */
export const assign: Operation = {
	label: 'Assign',
	action: 'Assign {record}',
	description: 'Give a request to a user, to nobody, or by the rule of its category',
	properties: (entity) => [
		targetControl(entity),
		...operationFieldsForm(newOwner),
		optionsForm(...outputOptions, NOTIFY),
	],
	async execute(call) {
		const { options, output } = readResponseOptions(call);
		const { OwnedBy } = await readOperationFields(call, options, newOwner);
		const id = await lockTarget(call, options);
		const changed = await patchRecord(call, options, id, { OwnedBy }, output.query);
		if (isOn(call.read, NOTIFY)) await notifyOwner(call, options, id);
		return await output.shape(changed);
	},
};

const newStatus = {
	status: {
		...ungrouped(requestFields.status),
		help: "One of the tenant's statuses, such as Closed, Open or Postponed",
	},
	activate: {
		label: 'Postpone Until',
		kind: anyDateTime,
		help: 'When a postponed request becomes active again; for postponed requests only',
	},
} satisfies FieldTable;

/** PATCH /api/v1/Ticket/{id} with the status alone. */
export const setStatus: Operation = {
	label: 'Set Status',
	action: 'Set status of {record}',
	description: 'Close, reopen or postpone a request, or give it another status',
	properties: (entity) => [
		targetControl(entity),
		...operationFieldsForm(newStatus),
		optionsForm(...outputOptions),
	],
	async execute(call) {
		const { options, output } = readResponseOptions(call, ['activate']);
		const changes = await readOperationFields(call, options, newStatus, ['status']);
		const id = await lockTarget(call, options);
		return await output.shape(await patchRecord(call, options, id, changes, output.query));
	},
};

const PERMANENTLY: INodeProperties = {
	displayName: 'Delete for Good',
	name: 'deletePermanently',
	type: 'boolean',
	default: false,
	description:
		'Whether to delete the request with its messages at once, which needs an administrator; else its status becomes Deleted, and it can be restored for a while',
};

/** The ticket agent's SetDeletedStatusByIds, or DELETE /api/v1/Ticket/{id}. */
export const deleteRequest: Operation = {
	label: 'Delete',
	action: 'Delete {record}',
	description: 'Delete a request, so that it can be restored, or for good',
	properties: (entity) => [targetControl(entity), PERMANENTLY, optionsForm()],
	async execute(call) {
		const { entity, read, workflowZone } = call;
		const options = readOptions(read, workflowZone);
		const isPermanent = isTurnedOn(read, PERMANENTLY);
		const id = await lockTarget(call, options);
		// Fails for a request that does not exist: the agent answers nothing about it.
		await getRecordForUpdate(call, options, id, ['TicketId']);
		if (isPermanent) await deleteRecord(call, options, id, {});
		else await callAgent(call, options, 'SetDeletedStatusByIds', 'list', { TicketIds: [id] });
		return { [entity.id]: id, deleted: true };
	},
};

/** The ticket agent's MergeTickets: the messages of one request go over to another one. */
export const mergeRequests = merge({
	switches: [],
	description: 'Merge a request into another one, which gets its messages',
	async send(call, options, source, id) {
		const stays = await getRecordForUpdate(call, options, id);
		await getRecordForUpdate(call, options, source, ['TicketId']);
		await callAgent(call, options, 'MergeTickets', 'record', {
			// Links to itself are in no file but that of GET.
			MergedTicketEntity: omit(stays, '_Links'),
			SecondaryTicketIds: [source],
		});
	},
});
