import keyBy from 'lodash/keyBy';
import map from 'lodash/map';
import omit from 'lodash/omit';
import upperFirst from 'lodash/upperFirst';
import type { IDataObject } from 'n8n-workflow';

import { callAgent, queryAgent } from '../../crud/agent';
import type { ItemCall, Operation } from '../../crud/operation';
import { operationFieldsForm, readOperationFields } from '../../crud/operationFields';
import type { ErrorNotes } from '../../crud/record';
import { lockTarget, readTargetId, targetControl } from '../../crud/target';
import { wireName } from '../../shared/fields/table';
import type { JsonObject } from '../../shared/json';
import { METADATA_KEYS } from '../../shared/metadataKeys';
import { readOptions, type RequestOptions } from '../../shared/options';
import { optionsForm } from '../../shared/optionsForm';
import { findAmong, identify, memberKey } from './identify';
import { memberField, type MemberList } from './memberList';

/** Those who belong to a record, by its agent. */
async function fetchMembers(
	call: ItemCall,
	options: RequestOptions,
	{ methods }: MemberList,
	id: number,
	errorNotes?: ErrorNotes,
): Promise<JsonObject[]> {
	const body = { [call.entity.id]: id };
	const found = await queryAgent(call, options, methods.get, 'list', body, errorNotes);
	return (found as JsonObject[]).map((one) => omit(one, METADATA_KEYS) as JsonObject);
}

/** Those who belong to the record, as an item each. */
export const getMembers = (list: MemberList): Operation => ({
	label: `Get ${upperFirst(list.words[1])}`,
	action: `Get ${list.words[1]} of {record}`,
	description: `Retrieve the ${list.words[1]} of {a record}`,
	properties: (entity) => [targetControl(entity), optionsForm()],
	async execute(call) {
		const options = readOptions(call.read, call.workflowZone);
		const id = await readTargetId(call, options);
		const members = await fetchMembers(call, options, list, id);
		return members.map((one) => ({ [call.entity.id]: id, ...one }));
	},
});

/** Adds those who do not belong to the record yet; others stay as they are. */
export function addMembers(list: MemberList): Operation {
	const [, many] = list.words;
	const help = `The ${many} to add; those who are there already stay as they are`;
	const fields = { [many]: memberField(list, true, help) };
	return {
		label: `Add ${upperFirst(many)}`,
		action: `Add ${many} to {record}`,
		description: `Add contact persons or companies as ${many} of {a record}, each of them once`,
		properties: (entity) => [targetControl(entity), ...operationFieldsForm(fields), optionsForm()],
		async execute(call) {
			const options = readOptions(call.read, call.workflowZone);
			const ref = { parameter: many, label: upperFirst(many) };
			const given = await readOperationFields(call, options, fields);
			const id = await lockTarget(call, options);
			const wanted = await identify(call, options, given[wireName(many)] as JsonObject[], ref);
			const before = keyBy(await fetchMembers(call, options, list, id), memberKey);
			const added = wanted.filter((one) => !(memberKey(one) in before));
			if (added.length > 0) {
				const rows = added.map((one) => ({ ...one, [call.entity.id]: id }));
				await callAgent(call, options, list.methods.add, 'nothing', list.added(id, rows));
			}
			const after =
				added.length === 0
					? before
					: keyBy(
							await fetchMembers(call, options, list, id, {
								purpose: `reading the ${many} after they were added`,
								alreadyDone: `The ${many} were added all the same.`,
							}),
							memberKey,
						);
			return {
				[call.entity.id]: id,
				added: added.length,
				[list.property]: wanted.map((one) => after[memberKey(one)] ?? one) as IDataObject[],
			};
		},
	};
}

/** Removes those who belong to the record; others are left out without an error. */
export function removeMembers(list: MemberList): Operation {
	const [, many] = list.words;
	const help = `The ${many} to remove; those who are none are left out`;
	const fields = { [many]: memberField(list, false, help) };
	return {
		label: `Remove ${upperFirst(many)}`,
		action: `Remove ${many} from {record}`,
		description: `Remove contact persons or companies from the ${many} of {a record}`,
		properties: (entity) => [targetControl(entity), ...operationFieldsForm(fields), optionsForm()],
		async execute(call) {
			const options = readOptions(call.read, call.workflowZone);
			const ref = { parameter: many, label: upperFirst(many) };
			const given = await readOperationFields(call, options, fields);
			const id = await lockTarget(call, options);
			const all = await fetchMembers(call, options, list, id);
			const rows = given[wireName(many)] as JsonObject[];
			const gone = await findAmong(call, options, all, rows, ref);
			if (gone.length > 0) {
				const body = list.removed(id, map(gone, list.id).map(Number));
				await callAgent(call, options, list.methods.remove, 'nothing', body);
			}
			return {
				[call.entity.id]: id,
				removed: gone.length,
				[list.property]: gone as IDataObject[],
			};
		},
	};
}
