import { isOn } from '../../../shared/fields/parameterRef';
import { asRecord } from '../../../shared/json';
import { readOptions } from '../../../shared/options';
import { optionsForm } from '../../../shared/optionsForm';
import type { Operation } from '../../../crud/operation';
import { callAgent } from '../../../crud/agent';
import { deleteOperation as deleteAlone } from '../../../crud/delete';
import { readUpdateMode, SERIES_MODE } from '../series/updateMode';
import { SEND_EMAIL } from '../participants/emailSwitches';
import { deleteRecord, getRecordForUpdate } from '../../../crud/record';
import { lockTarget, targetControl } from '../../../crud/target';
import {
	readUnmodifiedSince,
	assertUnmodified,
	UNMODIFIED_SINCE,
	unmodifiedHeader,
} from '../../../crud/unmodifiedSince';

/** Properties that decide how to delete: REST calls ignore series. */
const NEEDED = ['AppointmentId', 'Recurrence', 'UpdatedDate', 'CreatedDate'];

/** DELETE /api/v1/Appointment/{id}, or the appointment agent's Delete. */
export const deleteAppointment: Operation = {
	...deleteAlone,
	properties: (entity) => [
		targetControl(entity),
		SERIES_MODE,
		SEND_EMAIL,
		optionsForm(UNMODIFIED_SINCE),
	],
	async execute(call) {
		const { read, workflowZone } = call;
		const options = readOptions(read, workflowZone);
		const id = await lockTarget(call, options);
		const since = readUnmodifiedSince(call, options);
		const UpdateMode = readUpdateMode(call, SERIES_MODE);
		const SendEmailToParticipants = isOn(read, SEND_EMAIL);
		// Also fails if it does not exist, which the agent does not report.
		const record = await getRecordForUpdate(call, options, id, NEEDED);
		assertUnmodified(record, since);
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
