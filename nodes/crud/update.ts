import isEmpty from 'lodash/isEmpty';
import pick from 'lodash/pick';

import { FieldError } from '../shared/fields/kind';
import { isOn, spotOf } from '../shared/fields/parameter';
import type { JsonObject } from '../shared/json';
import { optionsProperty } from '../shared/optionsForm';
import { outputProperties } from '../shared/output';
import type { ItemCall, Operation } from './operation';
import { readUpdateMode, SERIES_MODE } from './agent';
import { readChanges, refuseNothing } from './body/changes';
import { SEND_EMAIL } from '../entities/appointment/participants/emails';
import { readKind } from './body/read';
import { changesForm } from './body/form';
import { namedBody } from './body/json';
import { readOutcome, type Outcome } from './responseOptions';
import { overlay } from '../entities/appointment/save/overlay';
import { saysSomething } from '../entities/appointment/ownItem/ownItem';
import { patchRecord, readEntity, readRecord } from './record';
import { isSeries } from '../entities/appointment/series/rule';
import { savingSeries } from '../entities/appointment/series/savedSeries';
import { saveWhole } from '../entities/appointment/save/saveWhole';
import { refuseOtherDays } from '../entities/appointment/series/seriesZone';
import { APPOINTMENT, readTarget } from './target';
import {
	readUnmodifiedSince,
	refuseModified,
	UNMODIFIED_SINCE,
	unmodifiedHeader,
} from './unmodifiedSince';

/** Whether what came back is as it was got, so that nothing is to change. */
const isAsGot = ({ item }: ItemCall, kind: string, changes: JsonObject | string) =>
	kind === 'autoMap' && isEmpty(changes) && saysSomething(item);

/** PATCH sends the changes alone; SuperOffice mails nobody and leaves a series alone. */
async function patch(call: ItemCall, { options, output }: Outcome, kind: string, id: number) {
	const since = readUnmodifiedSince(call, options);
	const readSome = async (select: string[]) => await readRecord(call, options, id, select);
	const changes = await readChanges(call, options, kind, id, readSome);
	if (isAsGot(call, kind, changes)) {
		return await readEntity(call, options, id, output.query.$select?.split(','));
	}
	refuseNothing(changes);
	return await savingSeries(
		call,
		options,
		changes,
		output.query,
		async (query) => await patchRecord(call, options, id, changes, query, unmodifiedHeader(since)),
	);
}

/** What a change asks of its series: a new one's rule, or the new start of one that is there. */
function askedOfSeries(record: JsonObject, changes: JsonObject, entity: JsonObject): JsonObject {
	if (!isSeries(record)) return pick(entity, ['StartDate', 'Recurrence']);
	return 'StartDate' in changes
		? { StartDate: changes.StartDate, Recurrence: { IsRecurrence: true } }
		: {};
}

/** The agent's Save has a mode for series and a switch for mails, but takes whole records only. */
async function save(call: ItemCall, outcome: Outcome, kind: string, id: number) {
	const { options, output } = outcome;
	if (kind === 'jsonPatch') {
		const problem = 'a JSON Patch changes this appointment only, and mails nobody';
		throw new FieldError(spotOf(SERIES_MODE), problem, 'Give the changes in another way.');
	}
	const since = readUnmodifiedSince(call, options);
	const record = await readRecord(call, options, id);
	refuseModified(record, since);
	const given = await readChanges(call, options, kind, id, async () => record);
	if (isAsGot(call, kind, given)) return record;
	refuseNothing(given);
	const changes = namedBody(given);
	const isJson = typeof given === 'string';
	if (readUpdateMode(call, SERIES_MODE) === 'ThisAndForward') {
		await refuseOtherDays(call, options, record, changes, isJson);
	}
	const asked = askedOfSeries(record, changes, overlay(record, changes));
	const save = async (query: Record<string, string>) =>
		await saveWhole(call, { options, output: { ...output, query } }, record, changes, SERIES_MODE);
	const body = isJson ? JSON.stringify(asked) : asked;
	return await savingSeries(call, options, body, output.query, save);
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
		const isAlone =
			readUpdateMode(call, SERIES_MODE) === 'OnlyThis' && !isOn(call.read, SEND_EMAIL);
		const saved = await (isAlone ? patch : save)(call, outcome, kind, id);
		return await outcome.output.shape(saved);
	},
};
