import { isOn } from '../../../shared/fields/parameter';
import { optionsProperty } from '../../../shared/optionsForm';
import { outputForm } from '../../../shared/output';
import { ungrouped, type FieldTable } from '../../../shared/fields/table';
import type { Operation } from '../../../crud/operation';
import { callAgent } from '../../../crud/agent';
import { readUpdateMode, UPDATE_MODE } from '../series/updateMode';
import { appointmentFields } from '../appointment.fields';
import { SEND_CONFIRMATION } from '../participants/emails';
import { putOutAfterwards, readOutcome } from '../../../crud/responseOptions';
import { ownForm, readOwn } from '../../../crud/ownFields';
import { readTarget, target } from '../../../crud/target';

const fields = { rejectReason: ungrouped(appointmentFields.rejectReason) } satisfies FieldTable;

/** The appointment agent's Reject or RejectWithEmailConfirmation, which answer nothing. */
export const reject: Operation = {
	label: 'Reject Invitation',
	action: 'Reject an invitation to an appointment',
	description:
		"Reject an invitation or an assignment; it is the appointment in the invited user's own diary",
	properties: (entity) => [
		target(entity),
		...ownForm(fields),
		UPDATE_MODE,
		SEND_CONFIRMATION,
		...outputForm(entity),
		optionsProperty,
	],
	async execute(call) {
		const outcome = readOutcome(call);
		const { options } = outcome;
		const AppointmentId = await readTarget(call, options);
		const { RejectReason = '' } = await readOwn(call, options, fields, []);
		const body = { AppointmentId, RejectReason, UpdateMode: readUpdateMode(call, UPDATE_MODE) };
		const confirms = isOn(call.read, SEND_CONFIRMATION);
		const name = confirms ? 'RejectWithEmailConfirmation' : 'Reject';
		await callAgent(call, options, name, 'nothing', body);
		return await putOutAfterwards(call, outcome, AppointmentId, 'rejected');
	},
};
