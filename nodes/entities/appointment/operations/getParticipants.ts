import sortBy from 'lodash/sortBy';

import { readOptions } from '../../../shared/options';
import { optionsProperty } from '../../../shared/optionsForm';
import type { Operation } from '../../../crud/operation';
import { readEntity } from '../../../crud/record';
import { rosterOf } from '../participants/participantList';
import { readWanted, target } from '../../../crud/target';

const NEEDED = ['AppointmentId', 'Associate', 'MotherId', 'MotherAssociate', 'Participants'];

/**
 * The participants of GET /api/v1/Appointment/{id} with their answers, and their names of GET
 * /api/v1/Appointment/{id}/Participants, which knows those of a whole booking from each of its
 * appointments (SuperOffice's reference of the archive Participants).
 */
export const getParticipants: Operation = {
	label: 'Get Participants',
	action: 'Get the participants of an appointment',
	description: 'Get who takes part and what they answered, the organizer first',
	properties: (entity) => [target(entity), optionsProperty],
	async execute(call) {
		const options = readOptions(call.read, call.workflowZone);
		const id = await readWanted(call, options);
		const entity = await readEntity(call, options, id, NEEDED);
		const roster = await rosterOf(call, options, entity);
		const ordered = sortBy(roster, (one) => !one.IsOrganizer);
		return ordered.map((one) => ({ AppointmentId: id, ...one }));
	},
};
