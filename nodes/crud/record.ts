import type { JsonObject } from '../shared/json';
import type { RequestOptions } from '../shared/options';
import { recordOf } from '../shared/transport/expected';
import type { ApiRequest } from '../shared/transport/request';
import type { ItemCall } from './operation';

/**
 * Properties to select, with the number by which an answer is checked.
 * @param id the property that holds it
 */
export const withId = (select: string[], id: string): string =>
	(select.some((one) => one.toLowerCase() === id.toLowerCase()) ? select : [...select, id]).join(
		',',
	);

/** What errors say of a call: what it was for, and what is done already. */
export type Circumstances = Pick<ApiRequest, 'purpose' | 'alreadyDone'>;

/**
 * Reads a record (GET /api/v1/{entity}/{id}).
 * @param select the properties that matter; all where it is left out
 * @param circumstances where the call is not the operation's own
 */
export async function readEntity(
	{ entity, request }: ItemCall,
	{ headers, timeout }: RequestOptions,
	id: number,
	select?: string[],
	circumstances?: Circumstances,
): Promise<JsonObject> {
	const answer = await request({
		method: 'GET',
		path: `${entity.name}/${id}`,
		query: select ? { $select: withId(select, entity.id) } : {},
		headers,
		timeout,
		expect: recordOf(entity.id, id),
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
		purpose: `reading the ${call.entity.words.one} before it is changed`,
	});

/**
 * Changes one record by PATCH /api/v1/{entity}/{id}, which is documented in words only.
 * @param headers beside those of the options
 * @returns the record after the change
 */
export async function patchRecord(
	{ entity, request }: ItemCall,
	options: RequestOptions,
	id: number,
	body: JsonObject | string,
	query: Record<string, string>,
	headers: Record<string, string> = {},
): Promise<JsonObject> {
	const answer = await request({
		method: 'PATCH',
		path: `${entity.name}/${id}`,
		query,
		headers: { ...options.headers, ...headers },
		timeout: options.timeout,
		body,
		expect: recordOf(entity.id, id),
	});
	return answer as JsonObject;
}

/** Saves a record, with what its entity has to see to then. */
export const saving = async (
	call: ItemCall,
	options: RequestOptions,
	body: JsonObject | string,
	query: Record<string, string>,
	save: (query: Record<string, string>) => Promise<JsonObject>,
): Promise<JsonObject> => {
	const { entity } = call;
	return entity.saving ? await entity.saving(call, options, body, query, save) : await save(query);
};

/**
 * Creates a record by POST /api/v1/{entity}.
 * @param findDone looks for the record once the answer was lost
 * @returns the record as it was saved
 */
export async function saveNew(
	call: ItemCall,
	options: RequestOptions,
	body: JsonObject | string,
	query: Record<string, string>,
	findDone?: (query: Record<string, string>) => Promise<JsonObject | undefined>,
): Promise<JsonObject> {
	const { entity, request } = call;
	return await saving(call, options, body, query, async (selected) => {
		const answer = await request({
			method: 'POST',
			path: entity.name,
			query: selected,
			headers: options.headers,
			timeout: options.timeout,
			body,
			expect: recordOf(entity.id),
			...(findDone && { findDone: async () => await findDone(selected) }),
		});
		return answer as JsonObject;
	});
}

/**
 * Deletes one record by DELETE /api/v1/{entity}/{id}.
 * @param headers beside those of the options
 */
export async function deleteRecord(
	{ entity, request }: ItemCall,
	{ headers: ofOptions, timeout }: RequestOptions,
	id: number,
	headers: Record<string, string>,
): Promise<void> {
	await request({
		method: 'DELETE',
		path: `${entity.name}/${id}`,
		headers: { ...ofOptions, ...headers },
		timeout,
		expect: 'nothing',
	});
}
