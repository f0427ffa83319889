import type { INodeProperties } from 'n8n-workflow';

import { isNoDate } from '../shared/dates';
import { toDateTime } from '../shared/fields/dateTime';
import { oneOf } from '../shared/fields/enumeration';
import { emptyAsUnset } from '../shared/fields/kind';
import { isOn, spotOf } from '../shared/fields/parameter';
import type { JsonObject } from '../shared/json';
import { optionsProperty } from '../shared/optionsForm';
import { outputProperties } from '../shared/output';
import { recordOf } from '../shared/transport/expected';
import type { Operation } from './operation';
import { readOutcome } from './responseOptions';
import { ID } from './record';
import { APPOINTMENT, readWanted } from './target';

const FOREIGN_KEYS: INodeProperties = {
	displayName: 'Include Foreign Keys',
	name: 'includeForeignKeys',
	type: 'boolean',
	default: false,
	description:
		'Whether to add the keys that other systems keep with the appointment, as app.device.key among the ExtraFields of complete output; simplified output leaves them out',
};

const MODIFIED_SINCE: INodeProperties = {
	displayName: 'Only If Modified Since',
	name: 'onlyIfModifiedSince',
	type: 'dateTime',
	default: '',
	description: 'Leave it empty to get the appointment in any case',
};

const WHEN_UNCHANGED: INodeProperties = {
	displayName: 'When Unchanged',
	name: 'whenUnchanged',
	type: 'options',
	options: [
		{ name: 'No Item', value: 'noItem', description: 'Nothing comes out' },
		{
			name: 'Item That Says So',
			value: 'item',
			description: 'An item with AppointmentId and unchanged: true comes out',
		},
	],
	default: 'noItem',
	description: 'What comes out when the appointment was not modified since then',
};

/** GET /api/v1/Appointment/{id}; If-Modified-Since counts whole seconds. */
export const get: Operation = {
	label: 'Get',
	action: 'Get an appointment',
	description: 'Get one appointment',
	properties: [
		APPOINTMENT,
		FOREIGN_KEYS,
		MODIFIED_SINCE,
		WHEN_UNCHANGED,
		...outputProperties,
		optionsProperty,
	],
	async execute(call) {
		const { read, request } = call;
		const { options, output } = readOutcome(call);
		const id = await readWanted(call, options);
		const since = emptyAsUnset(read(MODIFIED_SINCE.name));
		const asked =
			since === undefined ? undefined : toDateTime(since, spotOf(MODIFIED_SINCE), options.zone);
		// Whatever there is has changed since "no date".
		const time = asked && !isNoDate(asked) ? asked.toHTTP() : undefined;
		const answer = await request({
			method: 'GET',
			path: `Appointment/${id}`,
			query: { ...output.query, ...(isOn(read, FOREIGN_KEYS) && { fk: 'true' }) },
			headers: { ...options.headers, ...(time && { 'If-Modified-Since': time }) },
			timeout: options.timeout,
			expect: recordOf(ID, id),
			acceptsUnchanged: Boolean(time),
		});
		if (answer !== null) return await output.shape(answer as JsonObject);
		const unchanged = oneOf(['noItem', 'item'], read(WHEN_UNCHANGED.name), spotOf(WHEN_UNCHANGED));
		return unchanged === 'item' ? { AppointmentId: id, unchanged: true } : [];
	},
};
