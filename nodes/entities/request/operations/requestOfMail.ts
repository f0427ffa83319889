import uniq from 'lodash/uniq';

import type { ItemCall } from '../../../crud/operation';
import type { ErrorNotes } from '../../../crud/record';
import type { JsonObject } from '../../../shared/json';
import type { RequestOptions } from '../../../shared/options';
import { expectRows } from '../../../shared/transport/expectedBody';
import { odataString } from '../../../shared/transport/odataString';
import { baseStatus } from '../request.archive';
import { messageIds } from './mailHeaders';

/** Mails that are looked up of those that a mail refers to. */
const MOST_REFERENCES = 10;

/**
 * The number of the request with a message of a message ID, 0 for none (the archive TicketMessage).
 * @param more a further condition
 */
export async function requestOf(
	{ request }: ItemCall,
	{ headers, timeout }: RequestOptions,
	messageId: string,
	notes: ErrorNotes,
	more = '',
): Promise<number> {
	const [header, id] = [`<${messageId}>`, messageId].map(odataString);
	// Whether it is stored as the header has it, or without its brackets, is not documented.
	for (const term of [`contains ${header}`, `is ${id}`]) {
		const answer = (await request({
			method: 'GET',
			path: 'TicketMessage',
			query: {
				$select: 'ticketMessageId,ticketId',
				$filter: `messageId ${term}${more}`,
				$orderBy: 'ticketMessageId',
				$top: '1',
			},
			headers,
			timeout,
			expect: expectRows('ticketMessageId', ['ticketId']),
			...notes,
		})) as { value: JsonObject[] };
		const [found] = answer.value;
		if (found) return Number(found.ticketId);
	}
	return 0;
}

/** The number of the request that a mail answers, by the mails that it refers to, the newest first; 0 for none. */
export async function answeredRequest(
	call: ItemCall,
	options: RequestOptions,
	headers: Map<string, string>,
): Promise<number> {
	const given = ['references', 'in-reply-to'].flatMap((name) => messageIds(headers.get(name)));
	const [first, ...others] = uniq(given);
	// The first one began it all.
	const newest = [...(first ? [first] : []), ...others.slice(1 - MOST_REFERENCES)].reverse();
	for (const one of newest) {
		const purpose = 'looking up the request that the mail answers';
		// SuperOffice removes deleted requests for good after a while.
		const isThere = ` and ticket/status notOneOf (${baseStatus('Deleted')})`;
		const id = await requestOf(call, options, one, { purpose }, isThere);
		if (id > 0) return id;
	}
	return 0;
}
