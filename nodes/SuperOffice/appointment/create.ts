import type { INodeProperties } from 'n8n-workflow';

import { USE_TYPED } from '../../shared/customFields/mapper';
import { FieldError } from '../../shared/fields/kind';
import { isOn, spotOf } from '../../shared/fields/parameter';
import type { JsonObject } from '../../shared/json';
import { optionsProperty, readOptions, withPlainValues } from '../../shared/options';
import { outputProperties, readOutput } from '../../shared/output';
import type { Operation } from '../operation';
import { appointmentFields } from './appointment.fields';
import { REFUSE_CONFLICTS, refuseConflicts } from './conflicts';
import { askFor, customFieldsFor, readAppointment } from './given';
import { givenForm } from './givenForm';
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
		const { read, request, workflowZone } = call;
		const options = readOptions(read, workflowZone);
		const ask = askFor(call, options);
		const output = await readOutput(
			read,
			appointmentFields,
			async () => await customFieldsFor(ask),
		);
		if (output.isPlain || isOn(read, USE_TYPED)) options.headers = withPlainValues(options.headers);
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
