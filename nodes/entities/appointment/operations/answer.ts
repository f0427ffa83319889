import { callAgent } from '../../../crud/agent';
import type { Operation } from '../../../crud/operation';
import { operationFieldsForm, readOperationFields } from '../../../crud/operationFields';
import { readBackAndShape, readResponseOptions } from '../../../crud/responseOptions';
import { lockTarget, targetControl } from '../../../crud/target';
import { isOn } from '../../../shared/fields/parameterRef';
import { ungrouped, type FieldTable } from '../../../shared/fields/table';
import { optionsForm } from '../../../shared/optionsForm';
import { outputOptions } from '../../../shared/output';
import { appointmentFields } from '../appointment.fields';
import { SEND_CONFIRMATION } from '../participants/emailSwitches';
import { readUpdateMode, UPDATE_MODE } from '../series/updateMode';

/**
 * The appointment agent's Accept and Reject, or what they are called with a confirmation by email, which answer
 * nothing.
 * @param done what the call did, for errors
 * @param fields what the form asks besides
 * @param defaults properties of the request where the form gives none
 */
const answer = (
	name: 'Accept' | 'Reject',
	done: string,
	fields: FieldTable,
	defaults: Record<string, string>,
): Operation => ({
	label: `${name} Invitation`,
	action: `${name} invitation to appointment`,
	description: `${name} an invitation or an assignment; choose the appointment in the invited user's own diary`,
	properties: (entity) => [
		targetControl(entity),
		...operationFieldsForm(fields),
		UPDATE_MODE,
		SEND_CONFIRMATION,
		optionsForm(...outputOptions),
	],
	async execute(call) {
		const responseOptions = readResponseOptions(call);
		const { options } = responseOptions;
		const AppointmentId = await lockTarget(call, options);
		const said = { ...defaults, ...(await readOperationFields(call, options, fields, [])) };
		const body = { AppointmentId, ...said, UpdateMode: readUpdateMode(call, UPDATE_MODE) };
		const confirms = isOn(call.read, SEND_CONFIRMATION);
		await callAgent(
			call,
			options,
			confirms ? `${name}WithEmailConfirmation` : name,
			'nothing',
			body,
		);
		return await readBackAndShape(call, responseOptions, AppointmentId, done);
	},
});

export const accept = answer('Accept', 'accepted', {}, {});

const reasons = { rejectReason: ungrouped(appointmentFields.rejectReason) };

export const reject = answer('Reject', 'rejected', reasons, { RejectReason: '' });
