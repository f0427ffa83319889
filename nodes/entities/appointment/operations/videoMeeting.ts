import { NodeApiError } from 'n8n-workflow';

import type { JsonObject } from '../../../shared/json';
import type { RequestOptions } from '../../../shared/options';
import type { ItemCall } from '../../../crud/operation';
import { getRecordForUpdate } from '../../../crud/record';

/** A video meeting as an appointment holds it; both are empty where there is none. */
export interface VideoMeeting {
	/** Empty for meetings that came by mail, which SuperOffice has not reserved. */
	id: string;
	url: string;
}

/** What an appointment without a video meeting holds. */
export const NO_MEETING: VideoMeeting = { id: '', url: '' };

/** A video meeting as properties of an appointment. */
export const meetingProperties = ({ id, url }: VideoMeeting): JsonObject => ({
	JoinVideomeetUrl: url,
	CentralserviceVideomeetId: id,
});

/** The video meeting that an appointment has. */
export async function readMeeting(
	call: ItemCall,
	options: RequestOptions,
	appointmentId: number,
): Promise<VideoMeeting> {
	const names = Object.keys(meetingProperties(NO_MEETING));
	const entity = await getRecordForUpdate(call, options, appointmentId, names);
	return {
		id: String(entity.CentralserviceVideomeetId || ''),
		url: String(entity.JoinVideomeetUrl || ''),
	};
}

/** Whether the request was certainly not done; otherwise its outcome is unknown. */
export const isCertainlyNotDone = (error: NodeApiError): boolean =>
	error.context.outcomeUnknown !== true;

/**
 * Runs a step, and adds advice to its error.
 * @param explain called only if the step fails
 * @throws NodeApiError of the step
 */
export async function withErrorAdvice<T>(
	step: () => Promise<T>,
	explain: (error: NodeApiError) => Promise<string>,
): Promise<T> {
	return await step().catch(async (error: unknown) => {
		if (error instanceof NodeApiError) {
			error.description = `${error.description ?? ''} ${await explain(error)}`.trim();
		}
		throw error;
	});
}
