import type { FastifyInstance, FastifyRequest } from 'fastify';

import { callsOf, numberArgument, textArgument } from '../engine/calls';
import { inEnglish } from '../engine/languages';
import { clockOf, responseFormatOf } from '../engine/requests';
import { nameOf } from '../lists/items';
import { TICKET_PRIORITIES } from '../lists/recordItems';
import { categoryOf, fullNameOf, MAILBOXES } from '../lists/ticketItems';
import { fullName, nameDepartment, type Carrier } from '../tenant/carriers';
import type { Data } from '../tenant/data';
import { addFromMail, createFromMail, readMail } from './incoming';

const NO_RIGHTS = { TableRight: null, FieldProperties: {} };

const categoryName = (categoryId: number) => {
	const category = categoryOf(categoryId);
	return category ? fullNameOf(category) : '';
};

const priorityName = (priorityId: number) => inEnglish(nameOf(TICKET_PRIORITIES, priorityId));

/** What is answered of a request; the address of its page is a guess. */
function ticketInfo(data: Data, request: FastifyRequest, id: number): Carrier {
	const seed = data.tickets.seeds.get(id);
	const person = data.persons.seeds.get(seed?.personId ?? 0);
	const company = data.contacts.seeds.get(person?.contactId ?? 0);
	return {
		TicketId: id,
		Title: seed?.title ?? '',
		OwnerName: data.associates.seeds.get(seed?.ownerId ?? 0)?.fullName ?? '',
		CategoryName: categoryName(seed?.categoryId ?? 0),
		PriorityName: priorityName(seed?.priorityId ?? 0),
		TicketUrl: `${responseFormatOf(request).root}/default.aspx?ticket_id=${id}`,
		PersonName: person ? fullName(person) : '',
		ContactName: company ? nameDepartment(company) : '',
		...NO_RIGHTS,
	};
}

/** Adds the calls of the customer service agent that have to do with mails (OpenAPI file). */
export function addMailAgent(app: FastifyInstance, agent: string, data: () => Data): void {
	const { entity, value } = callsOf(app, agent);
	const mailIn = (request: FastifyRequest) => readMail(textArgument(request, 'Data'));
	value('GetMailboxes', () =>
		MAILBOXES.map(({ id, address, categoryId, priorityId }) => ({
			MailInFilterId: id,
			Address: address,
			CategoryName: categoryName(categoryId),
			PriorityName: priorityName(priorityId),
			...NO_RIGHTS,
		})),
	);
	entity('CreateTicketFromMailData', (request) => {
		const mailboxId = numberArgument(request, 'MailboxId');
		const personId = numberArgument(request, 'PersonId');
		const clock = clockOf(request);
		const id = createFromMail(data(), mailboxId, mailIn(request), personId, clock);
		return ticketInfo(data(), request, id);
	});
	entity('AddMessageFromMailData', (request) => {
		const id = numberArgument(request, 'TicketId');
		addFromMail(data(), id, mailIn(request), clockOf(request));
		return ticketInfo(data(), request, id);
	});
	// That the number alone, or a part of the title, finds a request is a guess.
	value('FindTicketsByTitleOrId', (request) => {
		const wanted = textArgument(request, 'TitleOrId').toLowerCase();
		const found = [...data().tickets.after()].filter(
			({ id, title }) => String(id) === wanted || title.toLowerCase().includes(wanted),
		);
		const most = numberArgument(request, 'MaxRows') || found.length;
		return found.slice(0, most).map(({ id }) => ticketInfo(data(), request, id));
	});
}
