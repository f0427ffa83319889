import sortBy from 'lodash/sortBy';

import { readOptions } from '../../../shared/options';
import { optionsForm } from '../../../shared/optionsForm';
import type { Operation } from '../../../crud/operation';
import { getRecord } from '../../../crud/record';
import { fetchParticipants } from '../participants/participantList';
import { readTargetId, targetControl } from '../../../crud/target';

const NEEDED = ['AppointmentId', 'Associate', 'MotherId', 'MotherAssociate', 'Participants'];

/**
 * The participants of GET /api/v1/Appointment/{id} with their answers, and their names of GET
 * /api/v1/Appointment/{id}/Participants, which knows those of a whole booking from each of its
 * appointments (SuperOffice's reference of the archive Participants).
 */
export const getParticipants: Operation = {
	label: 'Get Participants',
	action: 'Get participants of appointment',
	description: 'Retrieve the participants and their answers, the organizer first',
	properties: (entity) => [targetControl(entity), optionsForm()],
	async execute(call) {
		const options = readOptions(call.read, call.workflowZone);
		const id = await readTargetId(call, options);
		const entity = await getRecord(call, options, id, NEEDED);
		const participants = await fetchParticipants(call, options, entity);
		const ordered = sortBy(participants, (one) => !one.IsOrganizer);
		return ordered.map((one) => ({ AppointmentId: id, ...one }));
	},
};
