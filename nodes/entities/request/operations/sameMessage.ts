import type { ItemCall } from '../../../crud/operation';
import type { ErrorNotes } from '../../../crud/record';
import type { JsonObject } from '../../../shared/json';
import type { RequestOptions } from '../../../shared/options';
import { fetchMessages, messageNumbers } from './fetchMessages';

/** The letters and digits of a text: SuperOffice may change the HTML around them. */
function lettersOf(text: unknown): string {
	const [before, ...tagged] = String(text ?? '').split('<');
	// What stands behind each tag; a text may have the sign without being HTML.
	const pieces = tagged.map((piece) => piece.slice(piece.indexOf('>') + 1));
	const words = [before, ...pieces].join(' ').replace(/&#?\w{1,10};/g, ' ');
	return words.replace(/[^\p{L}\p{N}]/gu, '').toLowerCase();
}

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
