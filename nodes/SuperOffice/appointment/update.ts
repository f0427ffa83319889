import { FieldError } from '../../shared/fields/kind';
import { isOn, spotOf } from '../../shared/fields/parameter';
import { optionsProperty } from '../../shared/optionsForm';
import { outputProperties } from '../../shared/output';
import type { ItemCall, Operation } from '../operation';
import { readUpdateMode, SERIES_MODE } from './agent';
import { readChanges, refuseNothing } from './changes';
import { SEND_EMAIL } from './emails';
import { readKind } from './given';
import { changesForm } from './givenForm';
import { namedBody } from './item';
import { readOutcome, type Outcome } from './outcome';
import { patchRecord, readRecord } from './record';
import { saveWhole } from './saveWhole';
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
	refuseNothing(changes);
	return await patchRecord(call, options, id, changes, output.query, unmodifiedHeader(since));
}

/** The agent's Save has a mode for series and a switch for mails, but takes whole records only. */
async function save(call: ItemCall, outcome: Outcome, kind: string, id: number) {
	const { options } = outcome;
	if (kind === 'jsonPatch') {
		const problem = 'a JSON Patch changes this appointment only, and mails nobody';
		throw new FieldError(spotOf(SERIES_MODE), problem, 'Give the changes in another way.');
	}
	const since = readUnmodifiedSince(call, options);
	const record = await readRecord(call, options, id);
	refuseModified(record, since);
	const changes = await readChanges(call, options, kind, id, async () => record);
	refuseNothing(changes);
	return await saveWhole(call, outcome, record, namedBody(changes), SERIES_MODE);
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
		const outcome = await readOutcome(call);
		const kind = readKind(call, ['jsonPatch']);
		const id = await readTarget(call, outcome.options);
		const isAlone =
			readUpdateMode(call, SERIES_MODE) === 'OnlyThis' && !isOn(call.read, SEND_EMAIL);
		const saved = await (isAlone ? patch : save)(call, outcome, kind, id);
		return outcome.output.shape(saved);
	},
};
