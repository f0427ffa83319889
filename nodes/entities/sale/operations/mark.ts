import type { IDataObject, INodeProperties } from 'n8n-workflow';

import { callAgent } from '../../../crud/agent';
import type { ItemCall, Operation } from '../../../crud/operation';
import { operationFieldsForm, readOperationFields } from '../../../crud/operationFields';
import { getRecord, patchRecord } from '../../../crud/record';
import { readResponseOptions, type ResponseOptions } from '../../../crud/responseOptions';
import { lockTarget, targetControl } from '../../../crud/target';
import { day } from '../../../shared/fields/day';
import { isTurnedOn } from '../../../shared/fields/parameterRef';
import { identifier } from '../../../shared/fields/reference';
import type { FieldTable } from '../../../shared/fields/table';
import type { JsonObject } from '../../../shared/json';
import { optionsForm } from '../../../shared/optionsForm';
import { outputOptions, readOutputKind } from '../../../shared/output';

/** SuperOffice's calls change the status alone. */
const COMPLETED: INodeProperties = {
	displayName: 'Complete the Sale',
	name: 'completed',
	type: 'boolean',
	default: true,
	description: 'Whether the sale is marked as completed, too; turn off to leave that as it is',
};

const reason = (method: string, why: string) => ({
	reason: {
		label: 'Reason',
		kind: identifier({ method }),
		help: `Why the sale ${why}, from the tenant's list; may be left empty`,
	},
});

/** A sale as it comes out: the main properties do not show whether it is completed. */
async function shapeMarked(
	call: ItemCall,
	{ output }: ResponseOptions,
	sale: JsonObject,
): Promise<IDataObject> {
	const item = await output.shape(sale);
	const { Completed } = sale;
	return readOutputKind(call.read) === 'simplified' ? { ...item, Completed } : item;
}

/**
 * The sale agent's SetAsSold and SetAsLost, with or without a reason, which answer nothing and change
 * the status alone.
 * @param method of the agent, such as `SetAsSold`
 */
const mark = (
	status: string,
	method: string,
	fields: FieldTable,
	description: string,
): Operation => ({
	label: `Mark as ${status}`,
	action: `Mark {record} as ${status.toLowerCase()}`,
	description,
	properties: (entity) => [
		targetControl(entity),
		...operationFieldsForm(fields),
		COMPLETED,
		optionsForm(...outputOptions),
	],
	async execute(call) {
		const responseOptions = readResponseOptions(call);
		const { options, output } = responseOptions;
		const { Reason } = await readOperationFields(call, options, fields, []);
		const isCompleted = isTurnedOn(call.read, COMPLETED);
		const id = await lockTarget(call, options);
		const [name, given] = Reason
			? [`${method}WithReason`, { ReasonId: Reason }]
			: [method, undefined];
		await callAgent(call, options, name, 'nothing', { SaleIds: [id], ...given });
		const done = `marked as ${status.toLowerCase()}`;
		const alreadyDone = `The sale was ${done} all the same.`;
		const sale = isCompleted
			? await patchRecord(
					call,
					options,
					id,
					{ Completed: 'Completed' },
					output.query,
					{},
					{
						purpose: `completing the sale after it was ${done}`,
						alreadyDone,
					},
				)
			: await getRecord(call, options, id, output.query.$select?.split(','), {
					purpose: `reading the sale after it was ${done}`,
					alreadyDone,
				});
		return await shapeMarked(call, responseOptions, sale);
	},
});

export const markSold = mark(
	'Sold',
	'SetAsSold',
	reason('reasonSold', 'was won'),
	'Mark a sale as won',
);

export const markLost = mark(
	'Lost',
	'SetAsLost',
	reason('reasonLost', 'was lost'),
	'Mark a sale as lost',
);

const stalled = {
	...reason('reasonStalled', 'is stalled'),
	reopenDate: {
		label: 'Reopen Date',
		kind: day,
		help: 'The day on which the sale is to be opened again; may be left empty',
	},
} satisfies FieldTable;

const COMPLETED_STALLED: INodeProperties = { ...COMPLETED, default: false };

/** PATCH /api/v1/Sale/{id}: the agent has no call for stalled sales. */
export const markStalled: Operation = {
	label: 'Mark as Stalled',
	action: 'Mark {record} as stalled',
	description: 'Mark a sale as stalled until a day',
	properties: (entity) => [
		targetControl(entity),
		...operationFieldsForm(stalled),
		COMPLETED_STALLED,
		optionsForm(...outputOptions),
	],
	async execute(call) {
		const responseOptions = readResponseOptions(call);
		const { options, output } = responseOptions;
		const { Reason, ReopenDate } = await readOperationFields(call, options, stalled, []);
		const id = await lockTarget(call, options);
		const changes: JsonObject = {
			Status: 'Stalled',
			...(Reason && { ReasonStalled: { Id: Reason } }),
			...(ReopenDate && { ReopenDate }),
			...(isTurnedOn(call.read, COMPLETED_STALLED) && { Completed: 'Completed' }),
		};
		const sale = await patchRecord(call, options, id, changes, output.query);
		return await shapeMarked(call, responseOptions, sale);
	},
};
