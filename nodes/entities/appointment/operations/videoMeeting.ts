import { NodeApiError } from 'n8n-workflow';

import type { JsonObject } from '../../../shared/json';
import type { RequestOptions } from '../../../shared/options';
import type { ItemCall } from '../../../crud/operation';
import { readRecord } from '../../../crud/record';

/** A video meeting as an appointment holds it; both are empty where there is none. */
export interface VideoMeeting {
	/** Empty for meetings that came by mail, which SuperOffice has not reserved. */
	id: string;
	url: string;
}

/** What an appointment without a video meeting holds. */
export const NO_MEETING: VideoMeeting = { id: '', url: '' };

/** A video meeting as properties of an appointment. */
export const asProperties = ({ id, url }: VideoMeeting): JsonObject => ({
	JoinVideomeetUrl: url,
	CentralserviceVideomeetId: id,
});

/** The video meeting that an appointment has. */
export async function readMeeting(
	call: ItemCall,
	options: RequestOptions,
	appointmentId: number,
): Promise<VideoMeeting> {
	const names = Object.keys(asProperties(NO_MEETING));
	const entity = await readRecord(call, options, appointmentId, names);
	return {
		id: String(entity.CentralserviceVideomeetId || ''),
		url: String(entity.JoinVideomeetUrl || ''),
	};
}

/** Whether the server has not done what it was asked to; else it may have been. */
export const isRefusal = (error: NodeApiError): boolean => error.context.mayBeDone !== true;

/**
 * Does a step, and adds to the advice of its error what else there is to know.
 * @param explain is asked only when the step fails
 * @throws NodeApiError of the step
 */
export async function explaining<T>(
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
