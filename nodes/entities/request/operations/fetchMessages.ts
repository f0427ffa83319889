import map from 'lodash/map';

import { queryAgent } from '../../../crud/agent';
import type { ItemCall } from '../../../crud/operation';
import { getRecord, type ErrorNotes } from '../../../crud/record';
import type { JsonObject } from '../../../shared/json';
import type { RequestOptions } from '../../../shared/options';
import { expectList, expectRecord } from '../../../shared/transport/expectedBody';

/** The numbers of a request's messages. */
export async function messageNumbers(
	call: ItemCall,
	options: RequestOptions,
	id: number,
	errorNotes?: ErrorNotes,
): Promise<number[]> {
	const { Messages } = await getRecord(call, options, id, ['Messages'], errorNotes);
	return map((Messages ?? []) as JsonObject[], 'TicketMessageId').map(Number);
}

/** Messages of a request with their texts (the ticket agent's GetTicketMessageEntities). */
export async function fetchMessages(
	call: ItemCall,
	options: RequestOptions,
	id: number,
	numbers: number[],
	errorNotes?: ErrorNotes,
): Promise<JsonObject[]> {
	// What an empty list of numbers means is not documented.
	if (numbers.length === 0) return [];
	const body = { TicketId: id, MessageIds: numbers };
	const expect = expectList('EjMessageId');
	const name = 'GetTicketMessageEntities';
	return (await queryAgent(call, options, name, expect, body, errorNotes)) as JsonObject[];
}

/** A message by its number (GET /api/v1/TicketMessage/{id}). */
export async function fetchMessage(
	{ request }: ItemCall,
	{ headers, timeout }: RequestOptions,
	id: number,
	errorNotes?: ErrorNotes,
): Promise<JsonObject> {
	const message = await request({
		method: 'GET',
		path: `TicketMessage/${id}`,
		headers,
		timeout,
		expect: expectRecord('EjMessageId', id),
		...errorNotes,
	});
	return message as JsonObject;
}
