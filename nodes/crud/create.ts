import type { INodeProperties } from 'n8n-workflow';

import { FieldError } from '../shared/fields/kind';
import { isOn, spotOf } from '../shared/fields/parameter';
import { inAnyCase, type JsonObject } from '../shared/json';
import { optionsProperty } from '../shared/optionsForm';
import { outputForm } from '../shared/output';
import type { ItemCall, Operation } from './operation';
import { readNew } from './body/read';
import { createForm } from './body/form';
import { checkFirstForm, readCheckFirst } from './match/checkFirst';
import { createMatched, type Matcher } from './match/matcher';
import { readOutcome } from './responseOptions';
import { readEntity } from './record';
import { complaintsAbout } from './validate';

export const VALIDATE_FIRST: INodeProperties = {
	displayName: 'Validate First',
	name: 'validateFirst',
	type: 'boolean',
	default: false,
	description:
		'Whether to let SuperOffice check the {record} before it is saved, and to stop with all that it has against it',
};

/** An error that lists every message of SuperOffice's check. */
function refuse(complaints: Record<string, string>): void {
	const lines = Object.entries(complaints).map(([key, message]) => `${key}: ${message}`);
	if (lines.length === 0) return;
	const problem = `SuperOffice would not save it: ${lines.join('; ')}`;
	throw new FieldError(
		spotOf(VALIDATE_FIRST),
		problem,
		'Nothing was saved. Correct what the messages name.',
	);
}

/** What other items must not do at the same time, if there is something. */
function turnFor(call: ItemCall, body: JsonObject | string, matcher?: Matcher): string | undefined {
	const lock = call.entity.createLock?.(call);
	if (lock !== undefined) return lock;
	if (matcher) return matcher.lock;
	const given = typeof body === 'string' ? (JSON.parse(body) as JsonObject) : body;
	const id = Number(inAnyCase(given, call.entity.id) ?? 0);
	return id > 0 ? String(id) : undefined;
}

/** POST /api/v1/{entity}. */
export const create: Operation = {
	label: 'Create',
	action: 'Create {a record}',
	description: 'Create {a record}',
	properties: (entity) => [
		...createForm(entity),
		VALIDATE_FIRST,
		...(entity.createControls ?? []),
		...checkFirstForm,
		...outputForm(entity),
		optionsProperty,
	],
	async execute(call) {
		const { entity, read } = call;
		const { options, output } = readOutcome(call);
		const { query } = output;
		const given = await readNew(call, options);
		const matcher = await readCheckFirst(call, options);
		const body = matcher?.complete(given) ?? given;
		const turn = turnFor(call, body, matcher);
		if (turn !== undefined) await call.turn(turn);
		// Before all checks, which would find it as well.
		const id = (await matcher?.find()) ?? 0;
		if (id > 0) {
			const there = await readEntity(call, options, id, query.$select?.split(','));
			return { ...(await output.shape(there)), operation: 'found' };
		}
		if (isOn(read, VALIDATE_FIRST)) {
			refuse(await complaintsAbout(call, body, options));
		}
		await entity.checkNew?.(call, options, body);
		const shaped = await output.shape(await createMatched(call, options, body, query, matcher));
		// Without a check the item is SuperOffice's answer, and nothing else.
		return matcher ? { ...shaped, operation: 'created' } : shaped;
	},
};
