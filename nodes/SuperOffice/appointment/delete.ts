import { isOn } from '../../shared/fields/parameter';
import { optionsProperty, readOptions } from '../../shared/options';
import type { Operation } from '../operation';
import { callAgent, readUpdateMode, UPDATE_MODE } from './agent';
import { SEND_EMAIL } from './emails';
import { readRecord } from './record';
import { APPOINTMENT, readTarget } from './target';
import {
	readUnmodifiedSince,
	refuseModified,
	UNMODIFIED_SINCE,
	unmodifiedHeader,
} from './unmodified';

/** DELETE /api/v1/Appointment/{id}, or the appointment agent's Delete. */
export const deleteOperation: Operation = {
	label: 'Delete',
	action: 'Delete an appointment',
	description: 'Delete an appointment for good',
	properties: [APPOINTMENT, UPDATE_MODE, SEND_EMAIL, UNMODIFIED_SINCE, optionsProperty],
	async execute(call) {
		const { read, request, workflowZone } = call;
		const options = readOptions(read, workflowZone);
		const { headers, timeout } = options;
		const id = await readTarget(call, options);
		const since = readUnmodifiedSince(call, options);
		const UpdateMode = readUpdateMode(call);
		const SendEmailToParticipants = isOn(read, SEND_EMAIL);
		if (UpdateMode === 'OnlyThis' && !SendEmailToParticipants) {
			await request({
				method: 'DELETE',
				path: `Appointment/${id}`,
				headers: { ...headers, ...unmodifiedHeader(since) },
				timeout,
				expect: 'nothing',
			});
		} else {
			if (since) {
				const times = ['UpdatedDate', 'CreatedDate'];
				refuseModified(await readRecord(call, options, id, times), since);
			}
			const body = { AppointmentId: id, UpdateMode, SendEmailToParticipants };
			await callAgent(call, options, 'Delete', 'nothing', body);
		}
		return { AppointmentId: id, deleted: true };
	},
};
