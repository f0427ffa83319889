import isEmpty from 'lodash/isEmpty';

import { FieldError } from '../../shared/fields/kind';
import { isOn, spotOf } from '../../shared/fields/parameter';
import type { JsonObject } from '../../shared/json';
import { optionsProperty } from '../../shared/optionsForm';
import { outputProperties } from '../../shared/output';
import type { ItemCall, Operation } from '../operation';
import { callAgent, readUpdateMode, SERIES_MODE } from './agent';
import { readChanges } from './changes';
import { SEND_EMAIL } from './emails';
import { readKind } from './given';
import { changesForm, JSON_BODY, SPECIFY_BODY } from './givenForm';
import { withOfficialNames } from './item';
import { overlay } from './overlay';
import { readOutcome, type Outcome } from './outcome';
import { patchRecord, readRecord } from './record';
import { APPOINTMENT, readTarget } from './target';
import {
	readUnmodifiedSince,
	refuseModified,
	UNMODIFIED_SINCE,
	unmodifiedHeader,
} from './unmodified';

/** PATCH sends the changes alone; SuperOffice mails nobody and leaves a series alone. */
async function patch(call: ItemCall, { options, output }: Outcome, kind: string, id: number) {
	const since = readUnmodifiedSince(call, options);
	const readSome = async (select: string[]) => await readRecord(call, options, id, select);
	const changes = await readChanges(call, options, kind, id, readSome);
	if (isEmpty(changes)) {
		const advice = 'Set or clear at least one property.';
		throw new FieldError(spotOf(SPECIFY_BODY), 'nothing is to change', advice);
	}
	return await patchRecord(call, options, id, changes, output.query, unmodifiedHeader(since));
}

/** The agent's Save has a mode for series and a switch for mails, but takes whole records only. */
async function save(call: ItemCall, { options, output }: Outcome, kind: string, id: number) {
	if (kind === 'jsonPatch') {
		const problem = 'a JSON Patch changes this appointment only, and mails nobody';
		throw new FieldError(spotOf(SERIES_MODE), problem, 'Give the changes in another way.');
	}
	const since = readUnmodifiedSince(call, options);
	const record = await readRecord(call, options, id);
	refuseModified(record, since);
	const given = await readChanges(call, options, kind, id, async () => record);
	const changes = typeof given === 'string' ? (JSON.parse(given) as JsonObject) : given;
	const named = withOfficialNames(changes, spotOf(JSON_BODY));
	const body = {
		AppointmentEntity: overlay(record, named),
		UpdateMode: readUpdateMode(call),
		SendEmailToParticipants: isOn(call.read, SEND_EMAIL),
	};
	return await callAgent(call, options, 'Save', 'record', body, output.query);
}

/** PATCH /api/v1/Appointment/{id}, or the appointment agent's Save. */
export const update: Operation = {
	label: 'Update',
	action: 'Update an appointment',
	description: 'Change what you set of an appointment, and leave the rest as it is',
	properties: [
		APPOINTMENT,
		...changesForm,
		SERIES_MODE,
		SEND_EMAIL,
		UNMODIFIED_SINCE,
		...outputProperties,
		optionsProperty,
	],
	async execute(call) {
		const outcome = readOutcome(call);
		const kind = readKind(call, ['jsonPatch']);
		const id = await readTarget(call, outcome.options);
		const isAlone = readUpdateMode(call) === 'OnlyThis' && !isOn(call.read, SEND_EMAIL);
		const saved = await (isAlone ? patch : save)(call, outcome, kind, id);
		return await outcome.output.shape(saved as JsonObject);
	},
};
