import type { FieldTable } from '../../../shared/fields/table';
import { asRecord, type JsonObject } from '../../../shared/json';
import { optionsForm } from '../../../shared/optionsForm';
import { outputOptions } from '../../../shared/output';
import type { Operation } from '../../../crud/operation';
import { UPDATE_MODE } from '../series/updateMode';
import { appointmentFields } from '../appointment.fields';
import { readBooking } from '../participants/booking';
import { SEND_EMAIL } from '../participants/emailSwitches';
import { readResponseOptions } from '../../../crud/responseOptions';
import { operationFieldsForm, readOperationFields } from '../../../crud/operationFields';
import { participantsOf } from '../participants/participantList';
import { addedParticipants } from '../participants/participants.fields';
import { saveWithAgent } from '../save/saveWithAgent';
import { lockTarget, targetControl } from '../../../crud/target';
import { validateIdentity, participantFinder } from '../participants/participantIdentity';

const fields = {
	participants: {
		label: appointmentFields.participants.label,
		kind: addedParticipants,
		help: 'Who to invite, in addition to the present participants',
	},
} satisfies FieldTable;

const ref = { parameter: 'participants', label: fields.participants.label };

/**
 * The appointment agent's Save of the whole appointment; nothing is saved when all take part already.
 */
export const addParticipants: Operation = {
	label: 'Add Participants',
	action: 'Add participants to appointment',
	description: 'Invite more users, contact persons, email addresses or resources',
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
		const wanted = Participants as JsonObject[];
		for (const one of wanted) validateIdentity(one, ref);
		const id = await lockTarget(call, options, true);
		const { entity, participants } = await readBooking(call, options, id);
		const { AssociateId, PersonId } = asRecord(entity.Associate) as JsonObject;
		// The first participant is the one who invites.
		const before = participants.length > 0 ? participantsOf(entity) : [{ AssociateId }];
		const known = participantFinder(
			participants.length > 0 ? participants : [{ AssociateId, PersonId }],
		);
		const added = wanted.filter((one) => known(one).length === 0);
		if (added.length === 0) return await output.shape(entity);
		const changes = { Participants: [...before, ...added] };
		return await output.shape(
			await saveWithAgent(call, responseOptions, entity, changes, UPDATE_MODE),
		);
	},
};
