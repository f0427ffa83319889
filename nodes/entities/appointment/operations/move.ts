import { dateTime } from '../../../shared/fields/dateTime';
import { isOn } from '../../../shared/fields/parameter';
import type { FieldTable } from '../../../shared/fields/table';
import type { Json, JsonObject } from '../../../shared/json';
import { type RequestOptions } from '../../../shared/options';
import { optionsProperty } from '../../../shared/optionsForm';
import { outputForm } from '../../../shared/output';
import { recordOf } from '../../../shared/transport/expected';
import type { ItemCall, Operation } from '../../../crud/operation';
import { callAgent } from '../../../crud/agent';
import { readUpdateMode, SERIES_MODE } from '../series/updateMode';
import { SEND_EMAIL } from '../participants/emails';
import { readOutcome } from '../../../crud/responseOptions';
import { ownForm, readOwn } from '../../../crud/ownFields';
import { settle } from '../appointment.rules';
import { readRecord } from '../../../crud/record';
import { readTarget, target } from '../../../crud/target';

const fields = {
	newStartTime: {
		label: 'New Start',
		kind: dateTime,
		help: "When it is to start, in the workflow's time zone unless the value carries an offset; of an all-day appointment only the day counts",
	},
} satisfies FieldTable;

/** The new start; that of an all-day appointment is the start of its day in the zone. */
async function readStart(call: ItemCall, options: RequestOptions, id: number): Promise<Json> {
	const { NewStartTime } = await readOwn(call, options, fields);
	const { IsAlldayEvent } = await readRecord(call, options, id, ['IsAlldayEvent']);
	const times: JsonObject = { StartDate: NewStartTime, IsAlldayEvent };
	settle(times, options.zone);
	return times.StartDate;
}

/**
 * The appointment agent's Move or MoveWithEmail, which keeps the length. Moving a participant's
 * own appointment moves the booking (OpenAPI file of the agent).
 */
export const move: Operation = {
	label: 'Move',
	action: 'Move an appointment',
	description: 'Move an appointment to another start; it keeps its length',
	properties: (entity) => [
		target(entity),
		...ownForm(fields),
		SERIES_MODE,
		SEND_EMAIL,
		...outputForm(entity),
		optionsProperty,
	],
	async execute(call) {
		const { options, output } = readOutcome(call);
		// A participant's own appointment moves the booking.
		const id = await readTarget(call, options, true);
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
					recordOf('AppointmentId', id),
					{ ...body, SendEmailToParticipants: true },
					output.query,
				)
			: await callAgent(call, options, 'Move', recordOf('AppointmentId', id), body, output.query);
		return await output.shape(moved as JsonObject);
	},
};
