import { FieldError } from '../shared/fields/fieldKind';
import { isOn, parameterRef } from '../shared/fields/parameterRef';
import { getIgnoringCase, type JsonObject } from '../shared/json';
import { option, optionsForm } from '../shared/optionsForm';
import { outputOptions } from '../shared/output';
import { continueWithId, rejectComplete, type Addition } from './addition';
import type { ItemCall, Operation } from './operation';
import { readNewBody } from './body/readBody';
import { createForm, newRecordOptions } from './body/bodyForm';
import { createOnce, readCheckFirst } from './match/checkFirst';
import { WHEN_SEVERAL } from './match/findMatch';
import { createWithMatcher, type Matcher } from './match/matcher';
import { readResponseOptions } from './responseOptions';
import { getRecord } from './record';
import { claimUnfinished, finishRecord, readUnfinished, unfinishedRecord } from './unfinished';
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

/**
 * POST /api/v1/{entity}.
 * @param addition what else is saved along with the record
 */
export const createWith = (addition?: Addition): Operation => ({
	label: 'Create',
	action: 'Create {record}',
	description: 'Create {a record}',
	properties: (entity) => [
		...(addition?.properties(createForm(entity)) ?? createForm(entity)),
		optionsForm(
			...outputOptions,
			...newRecordOptions,
			...('validate' in entity.operations ? [VALIDATE_FIRST] : []),
			...(entity.createOptions ?? []),
			...(addition ? [continueWithId(entity), ...addition.options] : []),
			createOnce(entity),
			WHEN_SEVERAL,
		),
	],
	async execute(call) {
		const { entity, read } = call;
		const { options, output } = readResponseOptions(call);
		const { query } = output;
		const added = await addition?.read(call, options);
		const asked = readUnfinished(call, continueWithId(entity));
		const incomplete = asked || (added ? unfinishedRecord(call) : 0);
		const isTold = added?.complete !== undefined;
		const plain = incomplete > 0 ? {} : await readNewBody(call, options, true, isTold);
		const given = incomplete > 0 ? plain : ((await added?.complete?.(plain)) ?? plain);
		const matcher = incomplete > 0 ? undefined : await readCheckFirst(call, options, given);
		const body = matcher?.addKey(given, true) ?? given;
		claimUnfinished(call, continueWithId(entity), asked);
		const lockKey = incomplete > 0 ? String(incomplete) : createLockKey(call, body, matcher);
		if (lockKey !== undefined) await call.lock(lockKey);
		// Before validation and conflicts, which would find the existing record.
		const id = incomplete || ((await matcher?.find()) ?? 0);
		if (id > 0) {
			const existing = await getRecord(call, options, id, query.$select?.split(','));
			const state = incomplete > 0 ? 'unfinished' : 'found';
			const completed =
				added && (await finishRecord(call, id, async () => await added.save(existing, state)));
			if (asked > 0 && !completed) rejectComplete(call, asked);
			return { ...(await output.shape(completed ?? existing)), operation: 'found' };
		}
		if (isOn(read, VALIDATE_FIRST)) {
			rejectInvalid(await validationMessages(call, body, options));
		}
		await entity.beforeCreate?.(call, options, body);
		await added?.prepare?.();
		const created = await createWithMatcher(call, options, body, query, matcher);
		const newId = Number(created[entity.id]);
		const completed =
			added && (await finishRecord(call, newId, async () => await added.save(created, 'new')));
		const shaped = await output.shape(completed ?? created);
		// Without Check First the output is SuperOffice's response alone.
		return matcher ? { ...shaped, operation: 'created' } : shaped;
	},
});

/** POST /api/v1/{entity}. */
export const create: Operation = createWith();
