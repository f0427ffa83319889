import type { INodeProperties } from 'n8n-workflow';

import { FieldError } from '../shared/fields/kind';
import { isOn, spotOf } from '../shared/fields/parameter';
import { inAnyCase, type JsonObject } from '../shared/json';
import { optionsProperty } from '../shared/optionsForm';
import { outputProperties } from '../shared/output';
import { recordOf } from '../shared/transport/expected';
import { ALL } from '../shared/turns';
import type { ItemCall, Operation } from './operation';
import {
	REFUSE_CONFLICTS,
	refuseConflicts,
	refusesConflicts,
} from '../entities/appointment/conflicts/conflicts';
import { LOST, turnOf } from './match/byCustomField';
import { readAppointment } from './body/read';
import { givenForm } from './body/form';
import { onlyOnceForm, readOnlyOnce, type OnlyOnce } from './match/checkFirst';
import { readOutcome } from './responseOptions';
import { ID } from './record';
import { savingSeries } from '../entities/appointment/series/savedSeries';
import { complaintsAbout } from './validate';

export const VALIDATE_FIRST: INodeProperties = {
	displayName: 'Validate First',
	name: 'validateFirst',
	type: 'boolean',
	default: false,
	description:
		'Whether to let SuperOffice check the appointment before it is saved, and to stop with all that it has against it',
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
function turnFor(
	call: ItemCall,
	body: JsonObject | string,
	onlyOnce?: OnlyOnce,
): string | undefined {
	if (refusesConflicts(call)) return ALL;
	if (onlyOnce) return turnOf(onlyOnce.field);
	const given = typeof body === 'string' ? (JSON.parse(body) as JsonObject) : body;
	const id = Number(inAnyCase(given, 'AppointmentId') ?? 0);
	return id > 0 ? String(id) : undefined;
}

/** POST /api/v1/Appointment. */
export const create: Operation = {
	label: 'Create',
	action: 'Create an appointment',
	description: 'Create an appointment, follow-up or to-do',
	properties: [
		...givenForm,
		VALIDATE_FIRST,
		REFUSE_CONFLICTS,
		...onlyOnceForm,
		...outputProperties,
		optionsProperty,
	],
	async execute(call) {
		const { read, request } = call;
		const { options, output } = readOutcome(call);
		const { query } = output;
		const given = await readAppointment(call, options);
		const onlyOnce = await readOnlyOnce(call, options);
		const body = onlyOnce ? onlyOnce.complete(given) : given;
		const turn = turnFor(call, body, onlyOnce);
		if (turn !== undefined) await call.turn(turn);
		// Before all checks, which would find it as well.
		const there = await onlyOnce?.find(query);
		if (there) return { ...(await output.shape(there)), operation: 'found' };
		if (isOn(read, VALIDATE_FIRST)) {
			refuse(await complaintsAbout(call, body, options));
		}
		await refuseConflicts(call, options, body);
		const created = await savingSeries(call, options, body, query, async (selected) => {
			const answer = await request({
				method: 'POST',
				path: 'Appointment',
				query: selected,
				headers: options.headers,
				timeout: options.timeout,
				body,
				expect: recordOf(ID),
				...(onlyOnce && { findDone: async () => await onlyOnce.find(selected, LOST) }),
			});
			return answer as JsonObject;
		});
		const shaped = await output.shape(created);
		// Without a check the item is SuperOffice's answer, and nothing else.
		return onlyOnce ? { ...shaped, operation: 'created' } : shaped;
	},
};
