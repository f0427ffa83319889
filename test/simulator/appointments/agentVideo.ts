import { bodyArgument } from '../engine/requests';
import type { Agent } from './agent';

/** Adds the calls for video meetings, whose provider takes everybody. */
export function addVideoCalls({ data, value, nothing }: Agent): void {
	let made = 0;
	value('CreateVideoMeetingReservation', () => {
		made += 1;
		const VideoMeetingId = `meeting-${made}`;
		data().videoMeetings.add(VideoMeetingId);
		return { VideoMeetingId, VideoMeetingUrl: `https://meet.example.com/${VideoMeetingId}` };
	});
	nothing('DeleteVideoMeetingReservation', (request) => {
		data().videoMeetings.delete(String(bodyArgument(request, 'VideoMeetingId')));
	});
	value('GetVideoMeetingConnectedState', () => ({
		IsConnected: true,
		ProviderId: 'SimulatedMeetings',
		LoginUrl: '',
	}));
}
