import { isOn } from '../../../shared/fields/parameter';
import { optionsProperty } from '../../../shared/optionsForm';
import { outputForm } from '../../../shared/output';
import type { Operation } from '../../../crud/operation';
import { callAgent } from '../../../crud/agent';
import { readUpdateMode, UPDATE_MODE } from '../series/updateMode';
import { SEND_CONFIRMATION } from '../participants/emails';
import { putOutAfterwards, readOutcome } from '../../../crud/responseOptions';
import { readTarget, target } from '../../../crud/target';

/** The appointment agent's Accept or AcceptWithEmailConfirmation, which answer nothing. */
export const accept: Operation = {
	label: 'Accept Invitation',
	action: 'Accept an invitation to an appointment',
	description:
		"Accept an invitation or an assignment; it is the appointment in the invited user's own diary",
	properties: (entity) => [
		target(entity),
		UPDATE_MODE,
		SEND_CONFIRMATION,
		...outputForm(entity),
		optionsProperty,
	],
	async execute(call) {
		const outcome = readOutcome(call);
		const { options } = outcome;
		const AppointmentId = await readTarget(call, options);
		const body = { AppointmentId, UpdateMode: readUpdateMode(call, UPDATE_MODE) };
		const confirms = isOn(call.read, SEND_CONFIRMATION);
		const name = confirms ? 'AcceptWithEmailConfirmation' : 'Accept';
		await callAgent(call, options, name, 'nothing', body);
		return await putOutAfterwards(call, outcome, AppointmentId, 'accepted');
	},
};
