import type { FieldTable } from '../../../shared/fields/table';
import { asRecord, type JsonObject } from '../../../shared/json';
import { optionsProperty } from '../../../shared/optionsForm';
import { outputForm } from '../../../shared/output';
import type { Operation } from '../../../crud/operation';
import { UPDATE_MODE } from '../series/updateMode';
import { appointmentFields } from '../appointment.fields';
import { readBooking } from '../participants/booking';
import { SEND_EMAIL } from '../participants/emails';
import { readOutcome } from '../../../crud/responseOptions';
import { ownForm, readOwn } from '../../../crud/ownFields';
import { participantsOf } from '../participants/participantList';
import { invited } from '../participants/participants.fields';
import { saveWhole } from '../save/saveWhole';
import { readTarget, target } from '../../../crud/target';
import { checkToldBy, seeker } from '../participants/identity';

const fields = {
	participants: {
		label: appointmentFields.participants.label,
		kind: invited,
		help: 'Who is invited besides those who take part already',
	},
} satisfies FieldTable;

const spot = { parameter: 'participants', label: fields.participants.label };

/**
 * The appointment agent's Save of the whole appointment; nothing is saved when all take part already.
 */
export const addParticipants: Operation = {
	label: 'Add Participants',
	action: 'Add participants to an appointment',
	description: 'Invite further users, persons, addresses or resources',
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
		const wanted = Participants as JsonObject[];
		for (const one of wanted) checkToldBy(one, spot);
		const id = await readTarget(call, options, true);
		const { entity, roster } = await readBooking(call, options, id);
		const { AssociateId, PersonId } = asRecord(entity.Associate) as JsonObject;
		// The first participant is the one who invites.
		const before = roster.length > 0 ? participantsOf(entity) : [{ AssociateId }];
		const known = seeker(roster.length > 0 ? roster : [{ AssociateId, PersonId }]);
		const added = wanted.filter((one) => known(one).length === 0);
		if (added.length === 0) return await output.shape(entity);
		const changes = { Participants: [...before, ...added] };
		return await output.shape(await saveWhole(call, outcome, entity, changes, UPDATE_MODE));
	},
};
