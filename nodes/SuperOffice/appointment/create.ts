import type { INodeProperties } from 'n8n-workflow';

import { oneOf } from '../../shared/fields/enumeration';
import { toJsonText } from '../../shared/fields/jsonObject';
import { formOf } from '../../shared/fields/table';
import { outputProperties, readOutput } from '../../shared/output';
import { optionsProperty, readOptions } from '../../shared/options';
import type { Operation } from '../operation';
import { appointmentFields, appointmentGroups } from './appointment.fields';
import { appointmentFromForm } from './body';

const JSON_BODY: INodeProperties = {
	displayName: 'JSON Body',
	name: 'jsonBody',
	type: 'json',
	typeOptions: { rows: 10 },
	default: '{\n  "Title": "My appointment"\n}',
	description: "The appointment as SuperOffice's JSON; it is sent as it is",
	hint: 'A date without a zone is read by SuperOffice in the SO-TimeZone of the options, which is UTC unless set',
	displayOptions: { show: { specifyBody: ['json'] } },
};

const SPECIFY_BODY: INodeProperties = {
	displayName: 'Specify Body',
	name: 'specifyBody',
	type: 'options',
	options: [
		{ name: 'Using Fields Below', value: 'fields' },
		{ name: 'Using JSON', value: 'json' },
	],
	default: 'fields',
	description: 'How to say what the appointment holds',
};

const form = formOf(appointmentFields, appointmentGroups).map((property) => ({
	...property,
	displayOptions: { show: { specifyBody: ['fields'] } },
}));

/** POST /api/v1/Appointment. */
export const create: Operation = {
	label: 'Create',
	action: 'Create an appointment',
	description: 'Create an appointment, follow-up or to-do',
	properties: [SPECIFY_BODY, JSON_BODY, ...form, ...outputProperties, optionsProperty],
	async execute({ read, workflowZone, request }) {
		const { headers, timeout, zone } = readOptions(read, workflowZone);
		const output = readOutput(read, appointmentFields);
		const spotOf = ({ name, displayName }: INodeProperties) => ({
			parameter: name,
			label: displayName,
			zone,
		});
		const given = oneOf(['fields', 'json'], read(SPECIFY_BODY.name), spotOf(SPECIFY_BODY));
		const body =
			given === 'json'
				? toJsonText(read(JSON_BODY.name), spotOf(JSON_BODY))
				: appointmentFromForm(read, zone);
		const { query } = output;
		const path = 'Appointment';
		const created = await request({ method: 'POST', path, query, headers, timeout, body });
		return output.shape(created);
	},
};
