import { isOn } from '../../../shared/fields/parameter';
import { asRecord } from '../../../shared/json';
import { readOptions } from '../../../shared/options';
import { optionsProperty } from '../../../shared/optionsForm';
import type { Operation } from '../../../crud/operation';
import { callAgent } from '../../../crud/agent';
import { deleteOperation as deleteAlone } from '../../../crud/delete';
import { readUpdateMode, SERIES_MODE } from '../series/updateMode';
import { SEND_EMAIL } from '../participants/emails';
import { deleteRecord, readRecord } from '../../../crud/record';
import { readTarget, target } from '../../../crud/target';
import {
	readUnmodifiedSince,
	refuseModified,
	UNMODIFIED_SINCE,
	unmodifiedHeader,
} from '../../../crud/unmodifiedSince';

/** What decides how to delete: REST calls know nothing of series. */
const NEEDED = ['AppointmentId', 'Recurrence', 'UpdatedDate', 'CreatedDate'];

/** DELETE /api/v1/Appointment/{id}, or the appointment agent's Delete. */
export const deleteOperation: Operation = {
	...deleteAlone,
	properties: (entity) => [
		target(entity),
		SERIES_MODE,
		SEND_EMAIL,
		UNMODIFIED_SINCE,
		optionsProperty,
	],
	async execute(call) {
		const { read, workflowZone } = call;
		const options = readOptions(read, workflowZone);
		const id = await readTarget(call, options);
		const since = readUnmodifiedSince(call, options);
		const UpdateMode = readUpdateMode(call, SERIES_MODE);
		const SendEmailToParticipants = isOn(read, SEND_EMAIL);
		// Also tells one that is not there, of which the agent says nothing.
		const record = await readRecord(call, options, id, NEEDED);
		refuseModified(record, since);
		const isAlone = UpdateMode === 'OnlyThis' && asRecord(record.Recurrence).IsRecurrence !== true;
		if (isAlone && !SendEmailToParticipants) {
			await deleteRecord(call, options, id, unmodifiedHeader(since));
		} else {
			const body = { AppointmentId: id, UpdateMode, SendEmailToParticipants };
			await callAgent(call, options, 'Delete', 'nothing', body);
		}
		return UpdateMode === 'StopRecurrence'
			? { AppointmentId: id, deleted: false, seriesStopped: true }
			: { AppointmentId: id, deleted: true };
	},
};
