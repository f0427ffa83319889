import { fullName, type Carrier } from '../tenant/carriers';
import type { Data } from '../tenant/data';
import { ejUserOf, type MessageSeed } from '../tenant/ticketSeeds';

/** A message as its request has it, without its texts. */
export function simpleMessage(data: Data, seed: MessageSeed): Carrier {
	const written = data.written.TicketMessage.get(seed.id) ?? {};
	const person = data.persons.seeds.get(seed.personId);
	const company = data.contacts.seeds.get(person?.contactId ?? 0);
	return {
		TicketMessageId: seed.id,
		CreatedAt: seed.createdAt,
		Slevel: seed.slevel,
		Important: seed.important,
		Author: seed.author,
		PersonId: person?.id ?? 0,
		PersonFullName: person ? fullName(person) : '',
		ContactId: company?.id ?? 0,
		ContactName: company?.name ?? '',
		ContactDepartment: company?.department ?? '',
		NumAttachments: seed.attachments.length,
		EmailHeader: written.EmailHeader ?? '',
		MessageHeaders: written.MessageHeaders ?? [],
		Language: written.Language ?? '',
		Sentiment: 0,
		SentimentConfidence: 0,
		CreatedBy: ejUserOf(seed.creatorId),
		ChangedAt: seed.createdAt,
		Badge: seed.badge,
		TableRight: null,
		FieldProperties: {},
	};
}
