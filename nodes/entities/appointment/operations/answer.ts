import { callAgent } from '../../../crud/agent';
import type { Operation } from '../../../crud/operation';
import { ownForm, readOwn } from '../../../crud/ownFields';
import { putOutAfterwards, readOutcome } from '../../../crud/responseOptions';
import { readTarget, target } from '../../../crud/target';
import { isOn } from '../../../shared/fields/parameter';
import { ungrouped, type FieldTable } from '../../../shared/fields/table';
import { optionsProperty } from '../../../shared/optionsForm';
import { outputForm } from '../../../shared/output';
import { appointmentFields } from '../appointment.fields';
import { SEND_CONFIRMATION } from '../participants/emails';
import { readUpdateMode, UPDATE_MODE } from '../series/updateMode';

/**
 * The appointment agent's Accept and Reject, or what they are called with a confirmation by email, which answer
 * nothing.
 * @param done what the call did, for errors
 * @param fields what the answer says besides
 */
const answer = (
	name: 'Accept' | 'Reject',
	done: string,
	fields: FieldTable,
	unsaid: Record<string, string>,
): Operation => ({
	label: `${name} Invitation`,
	action: `${name} an invitation to an appointment`,
	description: `${name} an invitation or an assignment; it is the appointment in the invited user's own diary`,
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
		const said = { ...unsaid, ...(await readOwn(call, options, fields, [])) };
		const body = { AppointmentId, ...said, UpdateMode: readUpdateMode(call, UPDATE_MODE) };
		const confirms = isOn(call.read, SEND_CONFIRMATION);
		await callAgent(
			call,
			options,
			confirms ? `${name}WithEmailConfirmation` : name,
			'nothing',
			body,
		);
		return await putOutAfterwards(call, outcome, AppointmentId, done);
	},
});

export const accept = answer('Accept', 'accepted', {}, {});

const reasons = { rejectReason: ungrouped(appointmentFields.rejectReason) };

export const reject = answer('Reject', 'rejected', reasons, { RejectReason: '' });
