import { FieldError } from '../../../shared/fields/kind';
import { optionsProperty } from '../../../shared/optionsForm';
import { outputForm } from '../../../shared/output';
import type { Operation } from '../../../crud/operation';
import { callAgent } from '../../../crud/agent';
import { readOutcome } from '../../../crud/responseOptions';
import { patchRecord } from '../../../crud/record';
import { readTarget, target, targetSpot } from '../../../crud/target';
import { asProperties, explaining, isRefusal, NO_MEETING, readMeeting } from './videoMeeting';

/**
 * The appointment agent's DeleteVideoMeetingReservation, for what SuperOffice has reserved, and
 * PATCH /api/v1/Appointment/{id}.
 */
export const removeVideoMeeting: Operation = {
	label: 'Remove Video Meeting',
	action: 'Remove the video meeting from an appointment',
	description:
		'Give up the reserved video meeting and take its address out of the appointment; system users cannot do this',
	properties: (entity) => [target(entity), ...outputForm(entity), optionsProperty],
	async execute(call) {
		const { options, output } = readOutcome(call);
		const id = await readTarget(call, options);
		const meeting = await readMeeting(call, options, id);
		if (meeting.id === '' && meeting.url === '') {
			const problem = 'the appointment has no video meeting';
			throw new FieldError(targetSpot(call.entity), problem, 'There is nothing to remove.');
		}
		if (meeting.id !== '') {
			const body = { VideoMeetingId: meeting.id };
			await explaining(
				async () =>
					await callAgent(call, options, 'DeleteVideoMeetingReservation', 'nothing', body),
				async (error) =>
					isRefusal(error)
						? 'The appointment was left as it is. System users cannot give up video meetings.'
						: 'The appointment was left as it is.',
			);
		}
		const patched = await explaining(
			async () => await patchRecord(call, options, id, asProperties(NO_MEETING), output.query),
			async () =>
				meeting.id === ''
					? ''
					: 'The video meeting was given up, but its address may still stand in the appointment: empty Video Meeting ID and URL by an update.',
		);
		return await output.shape(patched);
	},
};
