import type { INodeProperties } from 'n8n-workflow';

import { FieldError } from '../../shared/fields/kind';
import { isOn, spotOf } from '../../shared/fields/parameter';
import type { JsonObject } from '../../shared/json';
import { optionsProperty } from '../../shared/options';
import { outputProperties } from '../../shared/output';
import type { Operation } from '../operation';
import { REFUSE_CONFLICTS, refuseConflicts } from './conflicts';
import { readAppointment } from './given';
import { givenForm } from './givenForm';
import { readOutcome } from './outcome';
import { complaintsAbout } from './validate';

const VALIDATE_FIRST: INodeProperties = {
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

/** POST /api/v1/Appointment. */
export const create: Operation = {
	label: 'Create',
	action: 'Create an appointment',
	description: 'Create an appointment, follow-up or to-do',
	properties: [
		...givenForm,
		VALIDATE_FIRST,
		REFUSE_CONFLICTS,
		...outputProperties,
		optionsProperty,
	],
	async execute(call) {
		const { read, request } = call;
		const { options, output } = await readOutcome(call);
		const body = await readAppointment(call, options);
		if (isOn(read, VALIDATE_FIRST)) {
			refuse(await complaintsAbout(call, body, options));
		}
		await refuseConflicts(call, options, body);
		const created = await request({
			method: 'POST',
			path: 'Appointment',
			query: output.query,
			headers: options.headers,
			timeout: options.timeout,
			body,
			expect: 'record',
		});
		return output.shape(created as JsonObject);
	},
};
