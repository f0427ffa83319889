import { FieldError } from '../../../shared/fields/kind';
import type { JsonObject } from '../../../shared/json';
import { type RequestOptions } from '../../../shared/options';
import { optionsProperty } from '../../../shared/optionsForm';
import { outputForm } from '../../../shared/output';
import type { ItemCall, Operation } from '../../../crud/operation';
import { callAgent } from '../../../crud/agent';
import { readOutcome } from '../../../crud/responseOptions';
import { patchRecord } from '../../../crud/record';
import { readTarget, target, targetSpot } from '../../../crud/target';
import {
	asProperties,
	explaining,
	isRefusal,
	readMeeting,
	type VideoMeeting,
} from './videoMeeting';

const SYSTEM_USERS =
	'System users cannot reserve video meetings: use the credential of a person whose user is connected to a video meeting provider.';

const isThere = ({ id, url }: VideoMeeting) => id !== '' || url !== '';

const second = ({ entity }: ItemCall, { id, url }: VideoMeeting, advice: string) =>
	new FieldError(targetSpot(entity), `the appointment has a video meeting: ${url || id}`, advice);

async function reserve(call: ItemCall, options: RequestOptions): Promise<VideoMeeting> {
	const name = 'CreateVideoMeetingReservation';
	const answer = await explaining(
		async () => (await callAgent(call, options, name, 'record')) as JsonObject,
		async (error) => (isRefusal(error) ? SYSTEM_USERS : ''),
	);
	const [id, url] = [answer.VideoMeetingId, answer.VideoMeetingUrl].map((one) => String(one || ''));
	if (id !== '' && url !== '') return { id, url };
	const problem = `SuperOffice reserved no whole video meeting: its ID is "${id}", its URL "${url}"`;
	throw new FieldError(targetSpot(call.entity), problem, 'The appointment was left as it is.');
}

/** Takes a reservation back, and says whether that went well. */
async function takeBack(call: ItemCall, options: RequestOptions, id: string): Promise<string> {
	const body = { VideoMeetingId: id };
	try {
		await callAgent(call, options, 'DeleteVideoMeetingReservation', 'nothing', body);
		return 'The reserved video meeting was taken back.';
	} catch {
		return `The reserved video meeting ${id} could not be taken back either.`;
	}
}

/** What to do when nobody knows whether the appointment has the meeting. */
const kept = ({ id, url }: VideoMeeting) =>
	`The appointment may have been changed: look at it first. The video meeting ${id} stays reserved: ${url}`;

/**
 * The appointment agent's CreateVideoMeetingReservation, and PATCH /api/v1/Appointment/{id}. When
 * the second call is refused, the reservation is taken back; when its answer is lost, it stays.
 */
export const addVideoMeeting: Operation = {
	label: 'Add Video Meeting',
	action: 'Add a video meeting to an appointment',
	description:
		'Reserve a video meeting and put its address into the appointment; system users cannot do this',
	properties: (entity) => [target(entity), ...outputForm(entity), optionsProperty],
	async execute(call) {
		const { options, output } = readOutcome(call);
		const id = await readTarget(call, options);
		const before = await readMeeting(call, options, id);
		if (isThere(before)) throw second(call, before, 'Remove that one first.');
		const meeting = await reserve(call, options);
		const giveBack = async () => await takeBack(call, options, meeting.id);
		// A reservation takes its time, in which somebody else may have added one.
		const now = await explaining(async () => await readMeeting(call, options, id), giveBack);
		if (isThere(now)) throw second(call, now, `It was added in the meantime. ${await giveBack()}`);
		const patched = await explaining(
			async () => await patchRecord(call, options, id, asProperties(meeting), output.query),
			async (error) => (isRefusal(error) ? await giveBack() : kept(meeting)),
		);
		return await output.shape(patched);
	},
};
