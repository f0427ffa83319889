import { FieldError } from '../../../shared/fields/fieldKind';
import type { JsonObject } from '../../../shared/json';
import { type RequestOptions } from '../../../shared/options';
import { optionsForm } from '../../../shared/optionsForm';
import { outputOptions } from '../../../shared/output';
import type { ItemCall, Operation } from '../../../crud/operation';
import { callAgent } from '../../../crud/agent';
import { readResponseOptions } from '../../../crud/responseOptions';
import { patchRecord } from '../../../crud/record';
import { lockTarget, targetControl, targetRef } from '../../../crud/target';
import {
	meetingProperties,
	withErrorAdvice,
	isCertainlyNotDone,
	readMeeting,
	type VideoMeeting,
} from './videoMeeting';

const SYSTEM_USERS =
	'System users cannot reserve video meetings: use the credential of a person whose user is connected to a video meeting provider.';

const hasMeeting = ({ id, url }: VideoMeeting) => id !== '' || url !== '';

const alreadyThereError = ({ entity }: ItemCall, { id, url }: VideoMeeting, advice: string) =>
	new FieldError(targetRef(entity), `the appointment has a video meeting: ${url || id}`, advice);

async function reserve(call: ItemCall, options: RequestOptions): Promise<VideoMeeting> {
	const name = 'CreateVideoMeetingReservation';
	const answer = await withErrorAdvice(
		async () => (await callAgent(call, options, name, 'record')) as JsonObject,
		async (error) => (isCertainlyNotDone(error) ? SYSTEM_USERS : ''),
	);
	const [id, url] = [answer.VideoMeetingId, answer.VideoMeetingUrl].map((one) => String(one || ''));
	if (id !== '' && url !== '') return { id, url };
	const problem = `SuperOffice returned an incomplete video meeting: its ID is "${id}", its URL "${url}"`;
	throw new FieldError(targetRef(call.entity), problem, 'The appointment was not changed.');
}

/** Cancels a reservation, and returns the result as text. */
async function cancelReservation(
	call: ItemCall,
	options: RequestOptions,
	id: string,
): Promise<string> {
	const body = { VideoMeetingId: id };
	try {
		await callAgent(call, options, 'DeleteVideoMeetingReservation', 'nothing', body);
		return 'The reserved video meeting was cancelled.';
	} catch {
		return `The reserved video meeting ${id} could not be cancelled either.`;
	}
}

/** Advice when it is unknown whether the appointment has the meeting. */
const uncertainAdvice = ({ id, url }: VideoMeeting) =>
	`The appointment may have been changed: look at it first. The video meeting ${id} stays reserved: ${url}`;

/**
 * The appointment agent's CreateVideoMeetingReservation, and PATCH /api/v1/Appointment/{id}. When
 * the second call is refused, the reservation is taken back; when its answer is lost, it stays.
 */
export const addVideoMeeting: Operation = {
	label: 'Add Video Meeting',
	action: 'Add video meeting to appointment',
	description:
		'Reserve a video meeting and add its address to the appointment; not available to system users',
	properties: (entity) => [targetControl(entity), optionsForm(...outputOptions)],
	async execute(call) {
		const { options, output } = readResponseOptions(call);
		const id = await lockTarget(call, options);
		const before = await readMeeting(call, options, id);
		if (hasMeeting(before)) throw alreadyThereError(call, before, 'Remove that one first.');
		const meeting = await reserve(call, options);
		const giveBack = async () => await cancelReservation(call, options, meeting.id);
		// Another user may have added one while the meeting was reserved.
		const now = await withErrorAdvice(async () => await readMeeting(call, options, id), giveBack);
		if (hasMeeting(now))
			throw alreadyThereError(call, now, `It was added in the meantime. ${await giveBack()}`);
		const patched = await withErrorAdvice(
			async () => await patchRecord(call, options, id, meetingProperties(meeting), output.query),
			async (error) => (isCertainlyNotDone(error) ? await giveBack() : uncertainAdvice(meeting)),
		);
		return await output.shape(patched);
	},
};
