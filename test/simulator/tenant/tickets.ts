import { storedInstant } from '../engine/dates';
import { statusOf } from '../lists/ticketItems';
import type { AttachmentSeed, MessageSeed, TicketSeed } from './ticketSeeds';

const NEVER = '0001-01-01T00:00:00';
const HOUR = 3_600_000;
const FIRST = Date.UTC(2026, 0, 5, 8);
const COUNT = 60;

/** How many hours lie between two requests. */
const STEP = 20;

const TITLES = [
	...['Printer does not print', 'Invoice is wrong', 'Offer wanted', 'Password forgotten'],
	...['Ink is empty', 'Delivery is late'],
];

const OWNERS = [3, 0, 1, 2, 0, 4];
const STATUSES = [1, 7, 2, 6, 8, 3, 1, 1];
const CATEGORIES = [2, 6, 4, 1, 3, 5, 7, 8];

const at = (id: number, hours = 0) => storedInstant(FIRST + (id * STEP + hours) * HOUR);

const baseOf = (statusId: number) => statusOf(statusId)?.base;

/** Persons of the companies with addresses; every seventh request has nobody. */
const personOf = (id: number) => (id % 7 === 0 ? 0 : (id <= 5 ? id : id + 20) * 10);

function ticket(id: number): TicketSeed {
	const statusId = STATUSES[id % STATUSES.length];
	const isClosed = baseOf(statusId) === 'Closed';
	const personId = personOf(id);
	return {
		id,
		title: `${TITLES[id % TITLES.length]} (${String(id).padStart(2, '0')})`,
		createdAt: at(id),
		lastChanged: at(id, 5),
		closedAt: isClosed ? at(id, 5) : NEVER,
		repliedAt: id % 4 === 0 ? at(id, 2) : NEVER,
		activate: baseOf(statusId) === 'Postponed' ? '2027-01-15T08:00:00Z' : NEVER,
		deadline: id % 5 === 0 ? at(id, 48) : NEVER,
		categoryId: CATEGORIES[id % CATEGORIES.length],
		statusId,
		priorityId: (id % 3) + 1,
		typeId: id % 10 === 0 ? 2 : 1,
		ownerId: OWNERS[id % OWNERS.length],
		creatorId: id % 2,
		author: id % 2 === 1 ? 'Sales Manager' : 'customer@example.com',
		personId,
		saleId: id === 3 ? 1 : 0,
		projectId: id === 4 ? 1 : 0,
		secondary: id === 1 ? [20, 30] : [],
		tags: [1, 2].filter((one) => (id + one) % 4 === 0 || id % 12 === 3),
		slevel: id % 3 === 0 ? 'Internal' : 'External',
		origin: id % 2 === 1 ? 'Phone' : 'Email',
		readStatus: ['Green', 'Yellow', 'Red'][id % 3],
		connectId: 0,
	};
}

const ids = Array.from({ length: COUNT }, (_one, index) => index + 1);

/** Sixty requests in all categories and the usual statuses, a third of them without an owner. */
export const tickets = (): TicketSeed[] => ids.map(ticket);

/** The message that a request came with, and every fourth one's reply. */
export function ticketMessages(): MessageSeed[] {
	const first = ids.map((id): MessageSeed => {
		const { title, creatorId, author, slevel, personId } = ticket(id);
		return {
			...{ id, ticketId: id, createdAt: at(id), creatorId, author, slevel, type: 'Plain' },
			...{ body: `${title}: please help.`, htmlBody: '', timeSpent: 0, personId },
			...{ important: id === 1, messageId: creatorId === 1 ? '' : `<mail${id}@example.com>` },
			badge: creatorId === 1 ? 'Comment' : 'Incoming',
			attachments: id === 2 ? [1, 2] : [],
		};
	});
	const replies = ids
		.filter((id) => id % 4 === 0)
		.map((id, index): MessageSeed => ({
			...{ id: COUNT + index + 1, ticketId: id, createdAt: at(id, 2), creatorId: 3 },
			...{ author: 'Support Engineer', slevel: 'External', type: 'Html', timeSpent: 15 },
			...{ body: 'Please try again.', htmlBody: '<p>Please try <b>again</b>.</p>' },
			...{ personId: 0, important: false, messageId: `<reply${id}@example.com>`, badge: 'Reply' },
			attachments: [],
		}));
	return [...first, ...replies];
}

/** The smallest image there is: one transparent pixel. */
const PIXEL = 'R0lGODlhAQABAIAAAAAAAP///yH5BAEAAAAALAAAAAABAAEAAAIBRAA7';

/** The attachments of the second request's message. */
export function attachments(): AttachmentSeed[] {
	return [
		{
			...{ id: 1, name: 'invoice.txt', contentType: 'text/plain', inline: false, contentId: '' },
			content: Buffer.from('Invoice 17: æøå €\n'),
		},
		{
			...{ id: 2, name: 'pixel.gif', contentType: 'image/gif', inline: true, contentId: 'pixel' },
			content: Buffer.from(PIXEL, 'base64'),
		},
	];
}
