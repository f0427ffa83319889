import { dateTime } from '../../../shared/fields/dateTime';
import { isOn } from '../../../shared/fields/parameterRef';
import type { FieldTable } from '../../../shared/fields/table';
import type { Json, JsonObject } from '../../../shared/json';
import { type RequestOptions } from '../../../shared/options';
import { optionsForm } from '../../../shared/optionsForm';
import { outputOptions } from '../../../shared/output';
import { expectRecord } from '../../../shared/transport/expectedBody';
import type { ItemCall, Operation } from '../../../crud/operation';
import { callAgent } from '../../../crud/agent';
import { readUpdateMode, SERIES_MODE } from '../series/updateMode';
import { SEND_EMAIL } from '../participants/emailSwitches';
import { readResponseOptions } from '../../../crud/responseOptions';
import { operationFieldsForm, readOperationFields } from '../../../crud/operationFields';
import { normalizeTimes } from '../appointment.rules';
import { getRecordForUpdate } from '../../../crud/record';
import { lockTarget, targetControl } from '../../../crud/target';

const fields = {
	newStartTime: {
		label: 'New Start',
		kind: dateTime,
		help: "New start, in the workflow's time zone unless the value has an offset; all-day appointments use only its day",
	},
} satisfies FieldTable;

/** The new start; that of an all-day appointment is the start of its day in the zone. */
async function readStart(call: ItemCall, options: RequestOptions, id: number): Promise<Json> {
	const { NewStartTime } = await readOperationFields(call, options, fields);
	const { IsAlldayEvent } = await getRecordForUpdate(call, options, id, ['IsAlldayEvent']);
	const times: JsonObject = { StartDate: NewStartTime, IsAlldayEvent };
	normalizeTimes(times, options.zone);
	return times.StartDate;
}

/**
 * The appointment agent's Move or MoveWithEmail, which keeps the length. Moving a participant's
 * own appointment moves the booking (OpenAPI file of the agent).
 */
export const move: Operation = {
	label: 'Move',
	action: 'Move appointment',
	description: 'Move an appointment to a new start; its length stays the same',
	properties: (entity) => [
		targetControl(entity),
		...operationFieldsForm(fields),
		SERIES_MODE,
		SEND_EMAIL,
		optionsForm(...outputOptions),
	],
	async execute(call) {
		const { options, output } = readResponseOptions(call);
		// A participant's own appointment moves the booking.
		const id = await lockTarget(call, options, true);
		const body: JsonObject = {
			AppointmentId: id,
			NewStartTime: await readStart(call, options, id),
			UpdateMode: readUpdateMode(call, SERIES_MODE),
		};
		const moved = isOn(call.read, SEND_EMAIL)
			? await callAgent(
					call,
					options,
					'MoveWithEmail',
					expectRecord('AppointmentId', id),
					{ ...body, SendEmailToParticipants: true },
					output.query,
				)
			: await callAgent(
					call,
					options,
					'Move',
					expectRecord('AppointmentId', id),
					body,
					output.query,
				);
		return await output.shape(moved as JsonObject);
	},
};
