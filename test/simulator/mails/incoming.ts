import { blankAttachment, storeAttachment } from '../attachments/attachments';
import { connect } from '../attachments/connect';
import type { Clock } from '../engine/dates';
import { badArgument } from '../engine/failures';
import { defaultStatusOf, MAILBOXES, statusOf } from '../lists/ticketItems';
import { postEntity } from '../records/save';
import type { Carrier } from '../tenant/carriers';
import type { Data } from '../tenant/data';
import { BY_CATEGORY } from '../tenant/ticketSeeds';
import { checkTickets, setStatus } from '../tickets/changes';
import { MESSAGE } from '../tickets/messageKind';
import { touchTicket } from '../tickets/messages';
import { TICKET } from '../tickets/ticketKind';
import { headerText, parameterOf, parseMime, partsOf, textOf, type Mime } from './mime';

const typeOf = ({ headers }: Mime) => headers.get('content-type') ?? 'text/plain';

const fileName = (part: Mime) =>
	parameterOf(part.headers.get('content-disposition'), 'filename') ??
	parameterOf(typeOf(part), 'name');

/** The first part of a type of text that is no file. */
const firstText = (parts: Mime[], type: string): string => {
	const found = parts.find(
		(part) => typeOf(part).toLowerCase().startsWith(type) && fileName(part) === undefined,
	);
	return found ? textOf(found.content, parameterOf(typeOf(found), 'charset')) : '';
};

/**
 * Reads the mail that a call brings.
 * @throws Failure 400, a guess, for what is none
 */
export function readMail(data: string): Mime {
	const mail = parseMime(Buffer.from(data));
	if (!mail.headers.has('from')) throw badArgument('Data is no mail in the format of RFC 822');
	return mail;
}

const addressOf = (from: string) => /<([^<>]+)>/.exec(from)?.[1] ?? from.trim();

const senderOf = ({ headers }: Mime) => addressOf(headerText(headers.get('from')));

/** The person with an address; 0 for none. */
function personWith({ persons }: Data, address: string): number {
	const wanted = address.toLowerCase();
	for (const { id, email } of persons.seeds.values()) {
		if (email.toLowerCase() === wanted && wanted !== '') return id;
	}
	return 0;
}

/** Stores the files of a mail; those with a number in the text are part of it. */
function storeFiles(data: Data, parts: Mime[]): number[] {
	const files = parts.filter(
		(part) => fileName(part) !== undefined || !typeOf(part).toLowerCase().startsWith('text/'),
	);
	return files.map((part, index) => {
		const contentId = (part.headers.get('content-id') ?? '').replace(/[<>]/g, '');
		const [contentType] = typeOf(part).split(';');
		const name = headerText(fileName(part)) || `attachment${index + 1}`;
		const isFile = /^attachment/i.test(part.headers.get('content-disposition') ?? '');
		return storeAttachment(data, {
			...{ ...blankAttachment(), name, contentType: contentType.trim().toLowerCase(), contentId },
			...{ inline: contentId !== '' && !isFile, content: part.content },
		}).id;
	});
}

const HEADERS = ['To', 'Cc'];

/** Adds a mail to a request as a message that came from outside. */
function addMessage(
	data: Data,
	ticketId: number,
	mail: Mime,
	personId: number,
	clock: Clock,
): void {
	const parts = partsOf(mail);
	const html = firstText(parts, 'text/html');
	const named = HEADERS.filter((name) => mail.headers.has(name.toLowerCase()));
	const saved = postEntity(
		MESSAGE,
		data,
		{
			...{ Ticket: { TicketId: ticketId }, Slevel: 'External', Badge: 'Incoming' },
			...{ Type: html === '' ? 'Plain' : 'Html', HtmlBody: html },
			Body: firstText(parts, 'text/plain'),
			Author: senderOf(mail).slice(0, 255),
			MessageId: (mail.headers.get('message-id') ?? '').slice(0, 850),
			EmailHeader: mail.rawHeaders,
			Person: personId === 0 ? null : { PersonId: personId },
			MessageHeaders: named.map((Name) => ({
				...{ Name, Value: headerText(mail.headers.get(Name.toLowerCase())) },
			})),
		},
		clock,
	);
	const id = Number(saved.EjMessageId);
	connect(data, id, storeFiles(data, parts));
	const seed = data.ticketMessages.seeds.get(id);
	if (seed) data.ticketMessages.set({ ...seed, creatorId: 0 });
}

/**
 * Makes a request of a mail: in the mailbox's category, whose rule chooses the owner. That an answer to
 * another request's mail becomes a new one too is a guess, as is that long subjects are cut.
 * @param personId 0 for whoever has the sender's address
 * @throws Failure 400, a guess, for a mailbox or a person that is none
 */
export function createFromMail(
	data: Data,
	mailboxId: number,
	mail: Mime,
	personId: number,
	clock: Clock,
): number {
	const mailbox = MAILBOXES.find(({ id }) => id === mailboxId);
	if (!mailbox) throw badArgument(`Mailbox id ${mailboxId} not found`);
	const sender = senderOf(mail);
	const person = personId || personWith(data, sender);
	const entity: Carrier = {
		Title: headerText(mail.headers.get('subject')).slice(0, 255),
		Category: { TicketCategoryId: mailbox.categoryId },
		Priority: { TicketPriorityId: mailbox.priorityId },
		OwnedBy: { AssociateId: BY_CATEGORY },
		...{ Slevel: 'External', Origin: 'Email', Author: sender.slice(0, 255), FromAddress: sender },
		Person: person === 0 ? null : { PersonId: person },
	};
	const id = Number(postEntity(TICKET, data, entity, clock).TicketId);
	addMessage(data, id, mail, person, clock);
	touchTicket(data, id, () => ({ creatorId: 0, readStatus: 'Red' }));
	return id;
}

/** Adds a mail to a request, which opens it again unless its status forbids that (OpenAPI file). */
export function addFromMail(data: Data, ticketId: number, mail: Mime, clock: Clock): void {
	checkTickets(data, [ticketId]);
	addMessage(data, ticketId, mail, personWith(data, senderOf(mail)), clock);
	const status = statusOf(data.tickets.seeds.get(ticketId)?.statusId ?? 0);
	const isResting = status?.base === 'Closed' || status?.base === 'Postponed';
	if (isResting && !status?.noEmailReopen) {
		setStatus(data, ticketId, defaultStatusOf('Active')?.id ?? 0);
	}
}
