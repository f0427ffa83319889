import type { INodeProperties } from 'n8n-workflow';

import type { ItemCall, Operation } from '../../../crud/operation';
import { readBackAndShape, readResponseOptions } from '../../../crud/responseOptions';
import { lockTarget, targetControl, targetRef } from '../../../crud/target';
import { FieldError } from '../../../shared/fields/fieldKind';
import { isTurnedOn, parameterRef } from '../../../shared/fields/parameterRef';
import { toText } from '../../../shared/fields/text';
import { isRecord, type JsonObject } from '../../../shared/json';
import type { RequestOptions } from '../../../shared/options';
import { optionsForm } from '../../../shared/optionsForm';
import { outputOptions } from '../../../shared/output';
import type { BodyCheck } from '../../../shared/transport/expectedBody';

/** What a document archive answers: whether it did what it was asked for. */
const RESULT: BodyCheck = {
	fault: (body) =>
		isRecord(body) && typeof body.Success === 'boolean' ? undefined : 'without a result',
};

/**
 * Checks out, checks in or gives up a document (/api/v1/Document/{id}/Lock).
 * @param done what that does, such as `locked`
 * @throws FieldError where the document archive did not do it
 */
async function changeLock(
	{ request, entity }: ItemCall,
	{ headers, timeout }: RequestOptions,
	method: 'POST' | 'PUT' | 'DELETE',
	id: number,
	done: string,
	query: Record<string, string> = {},
): Promise<void> {
	const path = `Document/${id}/Lock`;
	const result = await request({ method, path, query, headers, timeout, expect: RESULT });
	const { Success, Value, AdditionalInfo } = result as JsonObject;
	if (Success === true) return;
	const said = [Value, AdditionalInfo].filter((one) => typeof one === 'string' && one !== '');
	const problem = [`document ${id} was not ${done}`, ...said].join(': ');
	throw new FieldError(targetRef(entity), problem, 'Look who has locked it, and how it is locked.');
}

/** POST /api/v1/Document/{id}/Lock. */
export const lock: Operation = {
	label: 'Lock',
	action: 'Lock {record}',
	description: 'Check a document out, so that nobody else can change its file',
	properties: (entity) => [targetControl(entity), optionsForm(...outputOptions)],
	async execute(call) {
		const responseOptions = readResponseOptions(call);
		const id = await lockTarget(call, responseOptions.options);
		await changeLock(call, responseOptions.options, 'POST', id, 'locked');
		return await readBackAndShape(call, responseOptions, id, 'locked');
	},
};

const KEEP: INodeProperties = {
	displayName: 'Keep Changes',
	name: 'keepChanges',
	type: 'boolean',
	default: true,
	description:
		'Whether the changed file becomes a version of the document; turn off to go back to the file before',
};

const VERSION: INodeProperties = {
	displayName: 'Version Description',
	name: 'versionDescription',
	type: 'string',
	default: '',
	description: 'What has changed; for documents with versions only',
	displayOptions: { show: { keepChanges: [true] } },
};

/** PUT or DELETE of /api/v1/Document/{id}/Lock. */
export const unlock: Operation = {
	label: 'Unlock',
	action: 'Unlock {record}',
	description: 'Check a document in, with its changes or without them',
	properties: (entity) => [targetControl(entity), KEEP, VERSION, optionsForm(...outputOptions)],
	async execute(call) {
		const responseOptions = readResponseOptions(call);
		const { options } = responseOptions;
		const isKept = isTurnedOn(call.read, KEEP);
		const versionDescription = toText(call.read(VERSION.name) ?? '', parameterRef(VERSION));
		const id = await lockTarget(call, options);
		const query = isKept && versionDescription !== '' ? { versionDescription } : undefined;
		await changeLock(call, options, isKept ? 'PUT' : 'DELETE', id, 'unlocked', query);
		return await readBackAndShape(call, responseOptions, id, 'unlocked');
	},
};
