import type { JsonObject } from '../shared/json';
import type { RequestOptions } from '../shared/options';
import { expectRecord } from '../shared/transport/expectedBody';
import type { ApiRequest } from '../shared/transport/session';
import type { ItemCall } from './operation';

/**
 * A $select list that includes the ID, by which the response is checked.
 * @param id the property that holds it
 */
export const selectWithId = (select: string[], id: string): string =>
	(select.some((one) => one.toLowerCase() === id.toLowerCase()) ? select : [...select, id]).join(
		',',
	);

/** Texts for errors of a request: its purpose, and what is done already. */
export type ErrorNotes = Pick<ApiRequest, 'purpose' | 'alreadyDone'>;

/**
 * Reads a record (GET /api/v1/{entity}/{id}).
 * @param select the properties that matter; all where it is left out
 * @param errorNotes where the call is not the operation's own
 */
export async function getRecord(
	{ entity, request }: ItemCall,
	{ headers, timeout }: RequestOptions,
	id: number,
	select?: string[],
	errorNotes?: ErrorNotes,
): Promise<JsonObject> {
	const answer = await request({
		method: 'GET',
		path: `${entity.name}/${id}`,
		query: select ? { $select: selectWithId(select, entity.id) } : {},
		headers,
		timeout,
		expect: expectRecord(entity.id, id),
		...errorNotes,
	});
	return answer as JsonObject;
}

/** Reads a record that is about to be changed; errors say so. */
export const getRecordForUpdate = async (
	call: ItemCall,
	options: RequestOptions,
	id: number,
	select?: string[],
): Promise<JsonObject> =>
	await getRecord(call, options, id, select, {
		purpose: `reading the ${call.entity.words.one} before it is changed`,
	});

/**
 * Changes one record by PATCH /api/v1/{entity}/{id}, which is documented in words only.
 * @param headers beside those of the options
 * @param errorNotes where the call is not the operation's only one
 * @returns the record after the change
 */
export async function patchRecord(
	{ entity, request }: ItemCall,
	options: RequestOptions,
	id: number,
	body: JsonObject | string,
	query: Record<string, string>,
	headers: Record<string, string> = {},
	errorNotes?: ErrorNotes,
): Promise<JsonObject> {
	const answer = await request({
		method: 'PATCH',
		path: `${entity.name}/${id}`,
		query,
		headers: { ...options.headers, ...headers },
		timeout: options.timeout,
		body,
		expect: expectRecord(entity.id, id),
		...errorNotes,
	});
	return answer as JsonObject;
}

/** Saves a record through the entity's hook `wrapSave`, if it has one. */
export const saveWithHook = async (
	call: ItemCall,
	options: RequestOptions,
	body: JsonObject | string,
	query: Record<string, string>,
	save: (query: Record<string, string>) => Promise<JsonObject>,
): Promise<JsonObject> => {
	const { entity } = call;
	return entity.wrapSave
		? await entity.wrapSave(call, options, body, query, save)
		: await save(query);
};

/**
 * Creates a record by POST /api/v1/{entity}.
 * @param findExistingResult searches for the record when the response was lost
 * @returns the record as it was saved
 */
export async function createRecord(
	call: ItemCall,
	options: RequestOptions,
	body: JsonObject | string,
	query: Record<string, string>,
	findExistingResult?: (query: Record<string, string>) => Promise<JsonObject | undefined>,
): Promise<JsonObject> {
	const { entity, request } = call;
	return await saveWithHook(call, options, body, query, async (selected) => {
		const answer = await request({
			method: 'POST',
			path: entity.name,
			query: selected,
			headers: options.headers,
			timeout: options.timeout,
			body,
			expect: expectRecord(entity.id),
			...(findExistingResult && {
				findExistingResult: async () => await findExistingResult(selected),
			}),
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
