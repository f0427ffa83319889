import { FieldError } from '../../../shared/fields/kind';
import type { FieldTable } from '../../../shared/fields/table';
import type { JsonObject } from '../../../shared/json';
import { optionsProperty } from '../../../shared/optionsForm';
import { outputForm } from '../../../shared/output';
import type { Operation } from '../../../crud/operation';
import { UPDATE_MODE } from '../series/updateMode';
import { appointmentFields } from '../appointment.fields';
import { readBooking } from '../participants/booking';
import { SEND_EMAIL } from '../participants/emails';
import { readOutcome } from '../../../crud/responseOptions';
import { ownForm, readOwn } from '../../../crud/ownFields';
import { findOne, participantsOf } from '../participants/participantList';
import { whoTakesPart } from '../participants/participants.fields';
import { saveWhole } from '../save/saveWhole';
import { readTarget, target } from '../../../crud/target';
import { checkToldBy } from '../participants/identity';

const fields = {
	participants: {
		label: appointmentFields.participants.label,
		kind: whoTakesPart,
		help: 'Who no longer takes part',
	},
} satisfies FieldTable;

const spot = { parameter: 'participants', label: fields.participants.label };

/** The participant who is to go. */
function find(roster: JsonObject[], wanted: JsonObject): JsonObject {
	checkToldBy(wanted, spot);
	const found = findOne(roster, wanted, spot);
	if (!found.IsOrganizer) return found;
	const advice = 'Assign the appointment to someone else, or delete it.';
	throw new FieldError(spot, 'the organizer cannot be removed', advice);
}

/** The appointment agent's Save of the whole appointment. */
export const removeParticipants: Operation = {
	label: 'Remove Participants',
	action: 'Remove participants from an appointment',
	description: 'Take back the invitations of users, persons, addresses or resources',
	properties: (entity) => [
		target(entity),
		...ownForm(fields),
		UPDATE_MODE,
		SEND_EMAIL,
		...outputForm(entity),
		optionsProperty,
	],
	async execute(call) {
		const outcome = readOutcome(call);
		const { options, output } = outcome;
		const { Participants } = await readOwn(call, options, fields);
		const id = await readTarget(call, options, true);
		const { entity, roster } = await readBooking(call, options, id);
		const gone = (Participants as JsonObject[]).map((wanted) => find(roster, wanted));
		const left = participantsOf(entity).filter((_one, index) => !gone.includes(roster[index]));
		const changes = { Participants: left };
		return await output.shape(await saveWhole(call, outcome, entity, changes, UPDATE_MODE));
	},
};
