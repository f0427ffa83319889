import { FieldError } from '../../../shared/fields/fieldKind';
import type { FieldTable } from '../../../shared/fields/table';
import type { JsonObject } from '../../../shared/json';
import { optionsForm } from '../../../shared/optionsForm';
import { outputOptions } from '../../../shared/output';
import type { Operation } from '../../../crud/operation';
import { UPDATE_MODE } from '../series/updateMode';
import { appointmentFields } from '../appointment.fields';
import { readBooking } from '../participants/booking';
import { SEND_EMAIL } from '../participants/emailSwitches';
import { readResponseOptions } from '../../../crud/responseOptions';
import { operationFieldsForm, readOperationFields } from '../../../crud/operationFields';
import { requireParticipant, participantsOf } from '../participants/participantList';
import { existingParticipants } from '../participants/participants.fields';
import { saveWithAgent } from '../save/saveWithAgent';
import { lockTarget, targetControl } from '../../../crud/target';
import { validateIdentity } from '../participants/participantIdentity';

const fields = {
	participants: {
		label: appointmentFields.participants.label,
		kind: existingParticipants,
		help: 'Who to remove',
	},
} satisfies FieldTable;

const ref = { parameter: 'participants', label: fields.participants.label };

/** The participant who is to go. */
function findRemovable(participants: JsonObject[], wanted: JsonObject): JsonObject {
	validateIdentity(wanted, ref);
	const found = requireParticipant(participants, wanted, ref);
	if (!found.IsOrganizer) return found;
	const advice = 'Assign the appointment to someone else, or delete it.';
	throw new FieldError(ref, 'the organizer cannot be removed', advice);
}

/** The appointment agent's Save of the whole appointment. */
export const removeParticipants: Operation = {
	label: 'Remove Participants',
	action: 'Remove participants from appointment',
	description: 'Remove users, contact persons, email addresses or resources from an appointment',
	properties: (entity) => [
		targetControl(entity),
		...operationFieldsForm(fields),
		UPDATE_MODE,
		SEND_EMAIL,
		optionsForm(...outputOptions),
	],
	async execute(call) {
		const responseOptions = readResponseOptions(call);
		const { options, output } = responseOptions;
		const { Participants } = await readOperationFields(call, options, fields);
		const id = await lockTarget(call, options, true);
		const { entity, participants } = await readBooking(call, options, id);
		const gone = (Participants as JsonObject[]).map((wanted) =>
			findRemovable(participants, wanted),
		);
		const left = participantsOf(entity).filter(
			(_one, index) => !gone.includes(participants[index]),
		);
		const changes = { Participants: left };
		return await output.shape(
			await saveWithAgent(call, responseOptions, entity, changes, UPDATE_MODE),
		);
	},
};
