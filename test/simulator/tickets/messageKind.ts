import { FIELDS } from '../customFields/fields';
import { badArgument } from '../engine/failures';
import { bodyValue, isCarrier } from '../engine/values';
import { type Draft, type Kind } from '../records/kind';
import { idOf, person } from '../records/references';
import type { Carrier, Value } from '../tenant/carriers';
import { SESSION_USER, type Data } from '../tenant/data';
import type { MessageSeed } from '../tenant/ticketSeeds';
import { attachmentsOf, isReply, repliedNow, touchTicket } from './messages';
import { owner, ticket } from './ticketReferences';

const text = (value: Value | undefined) => String(value ?? '');

/** The headers of a message, as they are stored; what is no list of them is refused: a guess. */
function acceptHeaders(_data: Data, value: Value): Value {
	if (!Array.isArray(value)) throw badArgument('MessageHeaders is not a list');
	return value.map((one, index) => {
		if (!isCarrier(one) || text(one.Name) === '') throw badArgument('A header has no name');
		return {
			Id: index + 1,
			Name: text(one.Name),
			Value: text(one.Value),
			StdItem: text(one.StdItem ?? 'None'),
			StdItemCol: text(one.StdItemCol ?? 'None'),
			TableRight: null,
			FieldProperties: {},
		};
	});
}

function acceptMinutes(_data: Data, value: Value): Value {
	if (!Number.isInteger(value) || Number(value) < 0) {
		throw badArgument('TimeSpent is no number of minutes');
	}
	return value;
}

function seedOf({ ticketMessages }: Data, entity: Carrier): MessageSeed {
	const id = Number(entity.EjMessageId);
	return {
		id,
		ticketId: idOf(entity.Ticket, ticket),
		createdAt: text(entity.CreatedAt),
		creatorId: idOf(entity.CreatedBy, owner),
		author: text(entity.Author),
		slevel: text(entity.Slevel),
		type: text(entity.Type),
		body: text(entity.Body),
		htmlBody: text(entity.HtmlBody),
		timeSpent: Number(entity.TimeSpent),
		personId: idOf(entity.Person, person),
		important: entity.Important === true,
		messageId: text(entity.MessageId),
		badge: text(entity.Badge),
		attachments: ticketMessages.seeds.get(id)?.attachments ?? [],
	};
}

function ofSeed(data: Data, seed: MessageSeed): Carrier {
	return {
		...{ CreatedAt: seed.createdAt, Author: seed.author, Slevel: seed.slevel, Type: seed.type },
		...{ Body: seed.body, HtmlBody: seed.htmlBody, TimeSpent: seed.timeSpent },
		...{ Important: seed.important, MessageId: seed.messageId, Badge: seed.badge },
		CreatedBy: data.associates.get(seed.creatorId) ?? null,
		Ticket: { TicketId: seed.ticketId },
		Person: { PersonId: seed.personId },
	};
}

/** How a new message came to be, where the client does not say: a guess. */
function badgeOf({ Slevel, Person }: Carrier): string {
	if (idOf(Person, person) !== 0) return 'Incoming';
	return Slevel === 'External' ? 'Reply' : 'Comment';
}

/** What a save changes by itself. That a text in HTML alone makes the message one is a guess. */
function followMessage(_data: Data, { stored, entity, sent }: Draft): Carrier {
	const isHtml = (sent.Type ?? null) === null && text(sent.HtmlBody) !== '';
	return {
		...entity,
		...(isHtml && { Type: 'Html' }),
		...(!stored && entity.Badge === 'Unknown' && { Badge: badgeOf(entity) }),
	};
}

/** Stores a message; its request has changed, and is replied to by the first reply. */
function toSeed(data: Data, entity: Carrier): void {
	const seed = seedOf(data, entity);
	const before = data.ticketMessages.seeds.get(seed.id);
	data.ticketMessages.set(seed);
	if (before && before.ticketId !== seed.ticketId) touchTicket(data, before.ticketId);
	touchTicket(data, seed.ticketId, (of, now) => ({
		...(!before && isReply(seed) && repliedNow(of, now)),
		...(!before && of.ownerId !== SESSION_USER && { readStatus: 'Yellow' }),
	}));
}

/** Messages of requests: properties are those of the OpenAPI file. */
export const MESSAGE: Kind = {
	name: 'TicketMessage',
	id: 'EjMessageId',
	list: 'ticketMessages',
	fields: FIELDS.TicketMessage,
	stamps: { created: 'CreatedAt' },
	references: { Ticket: ticket, Person: person },
	choices: {},
	elements: {},
	enums: {
		Slevel: ['Unknown', 'Internal', 'External'],
		Type: ['Unknown', 'Plain', 'Html'],
		MessageCategory: ['Message', 'Bounce', 'OutboxFailed'],
		Badge: ['Unknown', 'Reply', 'Forward', 'Comment', 'Incoming', 'Outgoing'],
	},
	lengths: { Author: 255, MessageId: 850, MailSorter: 255, Language: 10 },
	mandatory: ['Ticket'],
	setByServer: [
		...['CreatedAt', 'CreatedBy', 'SearchTitle', 'Sentiment', 'SentimentConfidence'],
		...['AttachmentsInfo', 'TableRight', 'FieldProperties', '_Links'],
	],
	has: ({ ticketMessages }, id) => ticketMessages.seeds.has(id),
	next: ({ ticketMessages }) => ticketMessages.next,
	cleared: () => ({
		...{ Author: '', Slevel: 'Internal', Type: 'Plain', MessageId: '', TimeSpent: 0, Body: '' },
		...{ HtmlBody: '', EmailHeader: '', DebugInfo: '', MailSorter: '' },
		...{ MessageCategory: 'Message', SearchTitle: '', MessageHeaders: [], Important: false },
		...{ Language: '', Sentiment: 0, SentimentConfidence: 0, Badge: 'Unknown' },
		AttachmentsInfo: [],
	}),
	defaults: (data) => ({ Author: data.associates.seeds.get(SESSION_USER)?.fullName ?? '' }),
	ofSeed: (data, id) => {
		const seed = data.ticketMessages.seeds.get(id);
		return seed ? ofSeed(data, seed) : {};
	},
	toSeed,
	computed: (data, entity) => {
		const seed = data.ticketMessages.seeds.get(Number(entity.EjMessageId));
		return {
			SearchTitle: bodyValue(entity.Ticket, 'Title') ?? '',
			AttachmentsInfo: seed ? attachmentsOf(data, seed) : [],
		};
	},
	check: (_data, { entity }) => {
		if (idOf(entity.Ticket, ticket) === 0) throw badArgument('Ticket is missing');
	},
	follow: followMessage,
	// So that the answer has the request as it is after the save.
	saveRows: () => undefined,
	forget: (data, id) => {
		const seed = data.ticketMessages.seeds.get(id);
		if (seed) touchTicket(data, seed.ticketId);
	},
	accept: { MessageHeaders: acceptHeaders, TimeSpent: acceptMinutes },
};
