import { FieldError } from '../shared/fields/fieldKind';
import { isOn, parameterRef } from '../shared/fields/parameterRef';
import { getIgnoringCase, type JsonObject } from '../shared/json';
import { option, optionsForm } from '../shared/optionsForm';
import { outputOptions } from '../shared/output';
import type { ItemCall, Operation } from './operation';
import { readNewBody } from './body/readBody';
import { createForm, newRecordOptions } from './body/bodyForm';
import { createOnce, readCheckFirst } from './match/checkFirst';
import { WHEN_SEVERAL } from './match/findMatch';
import { createWithMatcher, type Matcher } from './match/matcher';
import { readResponseOptions } from './responseOptions';
import { getRecord } from './record';
import { validationMessages } from './validate';

export const VALIDATE_FIRST = option({
	displayName: 'Validate First',
	name: 'validateFirst',
	type: 'boolean',
	default: false,
	description:
		'Whether to validate the {record} with SuperOffice before saving it, and fail with all its messages',
});

/** An error that lists every message of SuperOffice's check. */
function rejectInvalid(messages: Record<string, string>): void {
	const lines = Object.entries(messages).map(([key, message]) => `${key}: ${message}`);
	if (lines.length === 0) return;
	const problem = `SuperOffice would not save it: ${lines.join('; ')}`;
	throw new FieldError(
		parameterRef(VALIDATE_FIRST),
		problem,
		'Nothing was saved. Correct what the messages name.',
	);
}

/** The key of the lock that creating needs, if any. */
function createLockKey(
	call: ItemCall,
	body: JsonObject | string,
	matcher?: Matcher,
): string | undefined {
	const entityLock = call.entity.createLockKey?.(call);
	if (entityLock !== undefined) return entityLock;
	if (matcher) return matcher.lockKey;
	const given = typeof body === 'string' ? (JSON.parse(body) as JsonObject) : body;
	const id = Number(getIgnoringCase(given, call.entity.id) ?? 0);
	return id > 0 ? String(id) : undefined;
}

/** POST /api/v1/{entity}. */
export const create: Operation = {
	label: 'Create',
	action: 'Create {record}',
	description: 'Create {a record}',
	properties: (entity) => [
		...createForm(entity),
		optionsForm(
			...outputOptions,
			...newRecordOptions,
			VALIDATE_FIRST,
			...(entity.createOptions ?? []),
			createOnce(entity),
			WHEN_SEVERAL,
		),
	],
	async execute(call) {
		const { entity, read } = call;
		const { options, output } = readResponseOptions(call);
		const { query } = output;
		const given = await readNewBody(call, options);
		const matcher = await readCheckFirst(call, options, given);
		const body = matcher?.addKey(given, true) ?? given;
		const lockKey = createLockKey(call, body, matcher);
		if (lockKey !== undefined) await call.lock(lockKey);
		// Before validation and conflicts, which would find the existing record.
		const id = (await matcher?.find()) ?? 0;
		if (id > 0) {
			const existing = await getRecord(call, options, id, query.$select?.split(','));
			return { ...(await output.shape(existing)), operation: 'found' };
		}
		if (isOn(read, VALIDATE_FIRST)) {
			rejectInvalid(await validationMessages(call, body, options));
		}
		await entity.beforeCreate?.(call, options, body);
		const shaped = await output.shape(await createWithMatcher(call, options, body, query, matcher));
		// Without Check First the output is SuperOffice's response alone.
		return matcher ? { ...shaped, operation: 'created' } : shaped;
	},
};
