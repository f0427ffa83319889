import { FieldError } from '../../../shared/fields/fieldKind';
import { optionsForm } from '../../../shared/optionsForm';
import { outputOptions } from '../../../shared/output';
import type { Operation } from '../../../crud/operation';
import { callAgent } from '../../../crud/agent';
import { readResponseOptions } from '../../../crud/responseOptions';
import { patchRecord } from '../../../crud/record';
import { lockTarget, targetControl, targetRef } from '../../../crud/target';
import {
	meetingProperties,
	withErrorAdvice,
	isCertainlyNotDone,
	NO_MEETING,
	readMeeting,
} from './videoMeeting';

/**
 * The appointment agent's DeleteVideoMeetingReservation, for what SuperOffice has reserved, and
 * PATCH /api/v1/Appointment/{id}.
 */
export const removeVideoMeeting: Operation = {
	label: 'Remove Video Meeting',
	action: 'Remove video meeting from appointment',
	description:
		'Cancel the video meeting and remove its address from the appointment; not available to system users',
	properties: (entity) => [targetControl(entity), optionsForm(...outputOptions)],
	async execute(call) {
		const { options, output } = readResponseOptions(call);
		const id = await lockTarget(call, options);
		const meeting = await readMeeting(call, options, id);
		if (meeting.id === '' && meeting.url === '') {
			const problem = 'the appointment has no video meeting';
			throw new FieldError(targetRef(call.entity), problem, 'There is nothing to remove.');
		}
		if (meeting.id !== '') {
			const body = { VideoMeetingId: meeting.id };
			await withErrorAdvice(
				async () =>
					await callAgent(call, options, 'DeleteVideoMeetingReservation', 'nothing', body),
				async (error) =>
					isCertainlyNotDone(error)
						? 'The appointment was not changed. System users cannot cancel video meetings.'
						: 'The appointment was not changed.',
			);
		}
		const patched = await withErrorAdvice(
			async () => await patchRecord(call, options, id, meetingProperties(NO_MEETING), output.query),
			async () =>
				meeting.id === ''
					? ''
					: 'The video meeting was cancelled, but its address may still be in the appointment: clear Video Meeting ID and Video Meeting URL with the operation Update.',
		);
		return await output.shape(patched);
	},
};
