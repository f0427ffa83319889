import { badArgument } from '../engine/failures';
import type { Data } from '../tenant/data';
import type { MessageSeed } from '../tenant/ticketSeeds';
import { touchTicket } from '../tickets/messages';

function messageOf({ ticketMessages }: Data, messageId: number): MessageSeed {
	const found = ticketMessages.seeds.get(messageId);
	if (!found) throw badArgument(`TicketMessage id ${messageId} not found`);
	return found;
}

/**
 * Connects attachments to a message; one that it has already is connected once, a guess.
 * @throws Failure 400, a guess, for an attachment that is none
 */
export function connect(data: Data, messageId: number, ids: number[]): void {
	const message = messageOf(data, messageId);
	const missing = ids.find((id) => !data.attachments.seeds.has(id));
	if (missing !== undefined) throw badArgument(`Attachment id ${missing} not found`);
	const attachments = [...new Set([...message.attachments, ...ids])];
	data.ticketMessages.set({ ...message, attachments });
	touchTicket(data, message.ticketId);
}

/** Takes attachments from a message; the files themselves stay: a guess. */
export function disconnect(data: Data, messageId: number, ids: number[]): void {
	const message = messageOf(data, messageId);
	const attachments = message.attachments.filter((id) => !ids.includes(id));
	data.ticketMessages.set({ ...message, attachments });
	touchTicket(data, message.ticketId);
}
