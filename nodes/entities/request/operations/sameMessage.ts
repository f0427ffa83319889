import map from 'lodash/map';

import { queryAgent } from '../../../crud/agent';
import type { ItemCall } from '../../../crud/operation';
import { getRecord, type ErrorNotes } from '../../../crud/record';
import type { JsonObject } from '../../../shared/json';
import type { RequestOptions } from '../../../shared/options';
import { expectList } from '../../../shared/transport/expectedBody';

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

/** The letters and digits of a text: SuperOffice may change the HTML around them. */
const lettersOf = (text: unknown) =>
	String(text ?? '')
		.replace(/<[^>]*>|&#?\w+;/g, ' ')
		.replace(/[^\p{L}\p{N}]+/gu, '')
		.toLowerCase();

/**
 * The message of a request that has the same text as one.
 * @param others numbers of those that it is not
 */
export async function findSameMessage(
	call: ItemCall,
	options: RequestOptions,
	id: number,
	{ Body, HtmlBody }: JsonObject,
	others: number[],
	errorNotes?: ErrorNotes,
): Promise<JsonObject | undefined> {
	const all = await messageNumbers(call, options, id, errorNotes);
	const numbers = all.filter((one) => !others.includes(one));
	const wanted = lettersOf(HtmlBody ?? Body);
	const found = await fetchMessages(call, options, id, numbers, errorNotes);
	return found.find((one) => [one.Body, one.HtmlBody].map(lettersOf).includes(wanted));
}
