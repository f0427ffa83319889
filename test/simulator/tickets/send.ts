import { badArgument } from '../engine/failures';
import { REPLY_TEMPLATES } from '../lists/ticketItems';
import type { Data, SentMail } from '../tenant/data';

/** An address alone, or behind a name: what the correct format is, is documented nowhere, a guess. */
const RECIPIENT = /^(?:[^<>]*<[^\s@<>,;]+@[^\s@<>,;]+>|[^\s@<>,;]+@[^\s@<>,;]+)$/;

/** To whom a message is sent, and how. */
export type Wanted = Pick<SentMail, 'to' | 'cc' | 'bcc' | 'subject' | 'replyTemplateId'>;

/**
 * Sends a message as a mail, with its attachments. Without a subject it has the request's: a guess.
 * @throws Failure 400, a guess, for no recipient, one in a wrong format and a template that is none
 */
export function sendMessage(data: Data, messageId: number, wanted: Wanted): void {
	const message = data.ticketMessages.seeds.get(messageId);
	if (!message) throw badArgument(`TicketMessage id ${messageId} not found`);
	const all = [...wanted.to, ...wanted.cc, ...wanted.bcc];
	if (all.length === 0) throw badArgument('The message has no recipient');
	const wrong = all.find((one) => !RECIPIENT.test(one));
	if (wrong !== undefined) throw badArgument(`"${wrong}" is not a recipient in correct format`);
	const { replyTemplateId } = wanted;
	if (replyTemplateId > 0 && !REPLY_TEMPLATES.some(({ id }) => id === replyTemplateId)) {
		throw badArgument(`Reply template id ${replyTemplateId} not found`);
	}
	data.sentMails.push({
		...wanted,
		messageId,
		subject: wanted.subject || (data.tickets.seeds.get(message.ticketId)?.title ?? ''),
		replyTemplateId: Math.max(0, replyTemplateId),
		body: message.htmlBody || message.body,
		attachmentIds: message.attachments,
	});
}
