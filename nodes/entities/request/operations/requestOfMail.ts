import uniq from 'lodash/uniq';

import type { ItemCall } from '../../../crud/operation';
import type { ErrorNotes } from '../../../crud/record';
import type { JsonObject } from '../../../shared/json';
import type { RequestOptions } from '../../../shared/options';
import { expectRows } from '../../../shared/transport/expectedBody';
import { odataString } from '../../../shared/transport/odataString';
import { baseStatus } from '../request.archive';
import { messageIds } from './mailHeaders';

/** Mails that are looked up of those that a mail refers to, the newest first. */
const MOST_REFERENCES = 10;

/** The number of the request with a message of a message ID, 0 for none (the archive TicketMessage). */
export async function requestOf(
	{ request }: ItemCall,
	{ headers, timeout }: RequestOptions,
	messageId: string,
	notes: ErrorNotes,
	more = '',
): Promise<number> {
	const answer = (await request({
		method: 'GET',
		path: 'TicketMessage',
		query: {
			$select: 'ticketMessageId,ticketId,messageId',
			// Whether it is stored with its brackets is not documented.
			$filter: `messageId contains ${odataString(messageId)}${more}`,
			$orderBy: 'ticketMessageId',
			$top: '50',
		},
		headers,
		timeout,
		expect: expectRows('ticketMessageId', ['ticketId']),
		...notes,
	})) as { value: JsonObject[] };
	const isSame = ({ messageId: stored }: JsonObject) =>
		String(stored).replace(/[<>\s]/g, '') === messageId;
	return Number(answer.value.find(isSame)?.ticketId ?? 0);
}

/** The number of the request that a mail answers, by the newest of the mails that it refers to; 0 for none. */
export async function answeredRequest(
	call: ItemCall,
	options: RequestOptions,
	headers: Map<string, string>,
): Promise<number> {
	const given = ['references', 'in-reply-to'].flatMap((name) => messageIds(headers.get(name)));
	for (const one of uniq(given.reverse()).slice(0, MOST_REFERENCES)) {
		const purpose = 'looking up the request that the mail answers';
		// SuperOffice removes deleted requests for good after a while.
		const isThere = ` and ticket/status notOneOf (${baseStatus('Deleted')})`;
		const id = await requestOf(call, options, one, { purpose }, isThere);
		if (id > 0) return id;
	}
	return 0;
}
