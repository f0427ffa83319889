import type { JsonObject } from '../shared/json';
import type { RequestOptions } from '../shared/options';
import { recordOf } from '../shared/transport/expected';
import type { ApiRequest } from '../shared/transport/request';
import type { ItemCall } from './operation';

/** The property that holds an appointment's number. */
export const ID = 'AppointmentId';

/** Properties to select, with the number by which an answer is checked. */
export const withId = (select: string[]): string =>
	(select.some((one) => one.toLowerCase() === ID.toLowerCase()) ? select : [...select, ID]).join(
		',',
	);

/** What errors say of a call: what it was for, and what is done already. */
export type Circumstances = Pick<ApiRequest, 'purpose' | 'alreadyDone'>;

/**
 * Reads a record (GET /api/v1/Appointment/{id}).
 * @param select the properties that matter; all where it is left out
 * @param circumstances where the call is not the operation's own
 */
export async function readEntity(
	{ request }: ItemCall,
	{ headers, timeout }: RequestOptions,
	id: number,
	select?: string[],
	circumstances?: Circumstances,
): Promise<JsonObject> {
	const answer = await request({
		method: 'GET',
		path: `Appointment/${id}`,
		query: select ? { $select: withId(select) } : {},
		headers,
		timeout,
		expect: recordOf(ID, id),
		...circumstances,
	});
	return answer as JsonObject;
}

/** Reads a record that is about to be changed; errors say so. */
export const readRecord = async (
	call: ItemCall,
	options: RequestOptions,
	id: number,
	select?: string[],
): Promise<JsonObject> =>
	await readEntity(call, options, id, select, {
		purpose: 'reading the appointment before it is changed',
	});

/**
 * Changes one record by PATCH /api/v1/Appointment/{id}, which is documented in words only.
 * @param headers beside those of the options
 * @returns the record after the change
 */
export async function patchRecord(
	{ request }: ItemCall,
	options: RequestOptions,
	id: number,
	body: JsonObject | string,
	query: Record<string, string>,
	headers: Record<string, string> = {},
): Promise<JsonObject> {
	const answer = await request({
		method: 'PATCH',
		path: `Appointment/${id}`,
		query,
		headers: { ...options.headers, ...headers },
		timeout: options.timeout,
		body,
		expect: recordOf(ID, id),
	});
	return answer as JsonObject;
}
